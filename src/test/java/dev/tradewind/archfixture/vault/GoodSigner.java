package dev.tradewind.archfixture.vault;

import org.bouncycastle.math.ec.rfc8032.Ed25519;

abstract class GoodSigner {

    abstract Ed25519 signatures();
}
