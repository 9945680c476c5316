package dev.tradewind.bench;

import dev.tradewind.vault.Signer;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.OptionalDouble;

/**
 * Microseconds to sign a request with Ed25519 as a connector does: the payload's bytes in, the signature out. Beside
 * it, in turns, the platform's own Ed25519, which also checks our signatures.
 */
final class SignBenchmark implements Benchmark {

    private static final String PEER = "the JDK's Ed25519";
    private static final double GOAL_MICROS = 50;
    private static final int REQUESTS = 2_000;
    private static final int PEER_REQUESTS = 200;
    private static final int WARM_UPS = 5;
    private static final int RUNS = 9;

    @Override
    public String name() {
        return "vault.sign";
    }

    @Override
    public String unit() {
        return "µs";
    }

    @Override
    public OptionalDouble goal() {
        return OptionalDouble.of(GOAL_MICROS);
    }

    @Override
    public BenchResult run() throws Exception {
        KeyPair platform = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(platform.getPrivate());
        try (Signer signer = Signer.newEd25519()) {
            Repeated.Pair both = Repeated.inTurns(
                    WARM_UPS, RUNS,
                    () -> micros(REQUESTS, signer::sign),
                    () -> micros(PEER_REQUESTS, payload -> {
                        signature.update(payload);
                        return signature.sign();
                    }));
            return BenchResult.of(both.work()).beside(PEER, both.peer()).judged(verdict(signer));
        }
    }

    /** Something that signs. */
    @FunctionalInterface
    private interface Signing {
        byte[] sign(byte[] payload) throws Exception;
    }

    private static double micros(int requests, Signing signing) throws Exception {
        byte[][] payloads = new byte[requests][];
        for (int i = 0; i < requests; i++) {
            payloads[i] = payload(i);
        }
        long bytes = 0;
        long began = System.nanoTime();
        for (byte[] payload : payloads) {
            bytes += signing.sign(payload).length;
        }
        double micros = (System.nanoTime() - began) / 1e3 / requests;
        if (bytes != 64L * requests) {
            throw new IllegalStateException("the signatures have " + bytes + " bytes in all");
        }
        return micros;
    }

    private static byte[] payload(int request) {
        return ("symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=0.01000000&price=52000.00"
                        + "&newClientOrderId=tw-" + request + "&recvWindow=5000&timestamp="
                        + (1_700_000_000_000L + request))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String verdict(Signer signer) throws Exception {
        String pem = signer.publicPem().orElseThrow();
        byte[] der = Base64.getDecoder().decode(pem.lines().skip(1).findFirst().orElseThrow());
        PublicKey key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
        Signature check = Signature.getInstance("Ed25519");
        for (int request = 0; request < 20; request++) {
            check.initVerify(key);
            check.update(payload(request));
            if (!check.verify(signer.sign(payload(request)))) {
                return "the JDK does not take the signature of request " + request;
            }
        }
        return BenchResult.OK;
    }
}
