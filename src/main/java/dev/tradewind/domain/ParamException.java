package dev.tradewind.domain;

/** A parameter that cannot be used; the message names the parameter, the value and what would pass. */
public final class ParamException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String parameter;

    /**
     * @param parameter the parameter's id
     * @param value     what was given
     * @param allowed   what would pass, in words
     */
    public ParamException(String parameter, String value, String allowed) {
        super("parameter " + parameter + ": '" + value + "' is not allowed; it takes " + allowed);
        this.parameter = parameter;
    }

    /** {@return the parameter's id} */
    public String parameter() {
        return parameter;
    }
}
