package dev.tradewind.analytics;

/** The standard normal distribution, to the last few bits of a double. */
final class Normal {

    private static final double ROOT_2 = Math.sqrt(2);
    private static final double ONE_OVER_ROOT_PI = 0.56418958354775628695;

    /**
     * Cody's polynomials, highest power first: of erf near 0, of erfc up to 4, of erfc beyond; above and below the
     * line.
     */
    private static final double[] ERF_ABOVE = {
        1.85777706184603153e-1, 3.16112374387056560e0, 1.13864154151050156e2, 3.77485237685302021e2,
        3.20937758913846947e3
    };

    private static final double[] ERF_BELOW = {
        1, 2.36012909523441209e1, 2.44024637934444173e2, 1.28261652607737228e3, 2.84423683343917062e3
    };

    private static final double[] MIDDLE_ABOVE = {
        2.15311535474403846e-8, 5.64188496988670089e-1, 8.88314979438837594e0, 6.61191906371416295e1,
        2.98635138197400131e2, 8.81952221241769090e2, 1.71204761263407058e3, 2.05107837782607147e3, 1.23033935479799725e3
    };

    private static final double[] MIDDLE_BELOW = {
        1, 1.57449261107098347e1, 1.17693950891312499e2, 5.37181101862009858e2, 1.62138957456669019e3,
        3.29079923573345963e3, 4.36261909014324716e3, 3.43936767414372164e3, 1.23033935480374942e3
    };

    private static final double[] FAR_ABOVE = {
        1.63153871373020978e-2, 3.05326634961232344e-1, 3.60344899949804439e-1, 1.25781726111229246e-1,
        1.60837851487422766e-2, 6.58749161529837803e-4
    };

    private static final double[] FAR_BELOW = {
        1, 2.56852019228982242e0, 1.87295284992346047e0, 5.27905102951428412e-1, 6.05183413124413191e-2,
        2.33520497626869185e-3
    };

    /**
     * Wichura's polynomials, highest power first: for the middle, for tails, for far tails; above and below the line.
     */
    private static final double[] A = {
        2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4,
        1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080e0
    };

    private static final double[] B = {
        5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4,
        5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1
    };

    private static final double[] C = {
        7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258e0,
        3.64784832476320460504e0, 5.76949722146069140550e0, 4.63033784615654529590e0, 1.42343711074968357734e0
    };

    private static final double[] D = {
        1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1,
        6.89767334985100004550e-1, 1.67638483018380384940e0, 2.05319162663775882187e0, 1
    };

    private static final double[] E = {
        2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2,
        2.96560571828504891230e-1, 1.78482653991729133580e0, 5.46378491116411436990e0, 6.65790464350110377720e0
    };

    private static final double[] F = {
        2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4,
        1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1
    };

    private Normal() {}

    /**
     * {@return Φ(x): the share below {@code x}; NaN of NaN. Source: Cody 1969, "Rational Chebyshev Approximations for
     * erf"}
     */
    static double below(double x) {
        double y = Math.abs(x) / ROOT_2;
        if (y <= 0.46875) {
            double square = y * y;
            return 0.5 + Math.copySign(0.5 * y * ratio(ERF_ABOVE, ERF_BELOW, square), x);
        }
        double tail = 0.5 * tail(y);
        return x < 0 ? tail : 1 - tail;
    }

    /** {@return erfc of something above 0.46875} */
    private static double tail(double y) {
        double scaled;
        if (y <= 4) {
            scaled = ratio(MIDDLE_ABOVE, MIDDLE_BELOW, y);
        } else {
            double inverse = 1 / (y * y);
            scaled = (ONE_OVER_ROOT_PI - inverse * ratio(FAR_ABOVE, FAR_BELOW, inverse)) / y;
        }
        double rounded = Math.rint(y * 16) / 16;
        return Math.exp(-rounded * rounded) * Math.exp(-(y - rounded) * (y + rounded)) * scaled;
    }

    /** {@return Φ⁻¹(share), for 0 to 1. Source: Wichura 1988, algorithm AS 241, PPND16} */
    static double quantile(double share) {
        double middle = share - 0.5;
        if (Math.abs(middle) <= 0.425) {
            return middle * ratio(A, B, 0.180625 - middle * middle);
        }
        double root = Math.sqrt(-Math.log(middle < 0 ? share : 1 - share));
        double size = root <= 5 ? ratio(C, D, root - 1.6) : ratio(E, F, root - 5);
        return Double.isInfinite(root) ? Math.copySign(root, middle) : Math.copySign(size, middle);
    }

    private static double ratio(double[] above, double[] below, double x) {
        return polynomial(above, x) / polynomial(below, x);
    }

    private static double polynomial(double[] coefficients, double x) {
        double value = 0;
        for (double coefficient : coefficients) {
            value = value * x + coefficient;
        }
        return value;
    }
}
