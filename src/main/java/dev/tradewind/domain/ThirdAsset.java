package dev.tradewind.domain;

/**
 * An asset of the exchange's own that pays fees at a discount (BNB on Binance).
 *
 * @param asset        what it is
 * @param balanceAtoms how much of it the account has to start with
 * @param priceE8      quote atoms one of its atoms is worth, times 10⁸, while the session lasts
 * @param discountE8   share of the fee it saves, times 10⁸; 25 % is 25,000,000
 */
public record ThirdAsset(Asset asset, long balanceAtoms, long priceE8, long discountE8) {

    private static final long ONE_E8 = 100_000_000L;

    public ThirdAsset {
        if (balanceAtoms < 0) {
            throw new IllegalArgumentException(asset.code() + ": balance " + balanceAtoms + " is negative");
        }
        if (priceE8 <= 0) {
            throw new IllegalArgumentException(asset.code() + ": price " + priceE8 + "e-8 must be positive");
        }
        if (discountE8 < 0 || discountE8 >= ONE_E8) {
            throw new IllegalArgumentException(asset.code() + ": discount " + discountE8 + "e-8 is outside 0..1");
        }
    }

    /** {@return what a fee in quote atoms comes to after the discount, rounded up} */
    public long discounted(long feeQuoteAtoms) {
        return Exact.mulDivCeil(feeQuoteAtoms, ONE_E8 - discountE8, ONE_E8);
    }

    /** {@return its atoms that are worth so many quote atoms, rounded up} */
    public long atomsFor(long quoteAtoms) {
        return Exact.mulDivCeil(quoteAtoms, ONE_E8, priceE8);
    }

    /** {@return what so many of its atoms are worth in quote atoms, rounded down} */
    public long valueOf(long atoms) {
        return Exact.mulDivFloor(atoms, priceE8, ONE_E8);
    }
}
