package dev.tradewind.archfixture.monitor;

import com.nulabinc.zxcvbn.Zxcvbn;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

abstract class HomeMadeCipher {

    abstract Ed25519 signatures();

    abstract Zxcvbn meter();
}
