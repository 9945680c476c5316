package dev.tradewind.smoke;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A child that does what the program must not: it listens, and has a socket open to all networks. It sends nothing. */
final class PlantedSockets {

    static final String OPEN = "open";

    private PlantedSockets() {}

    public static void main(String[] arguments) throws IOException {
        InetAddress here = InetAddress.getLoopbackAddress();
        try (ServerSocket listening = new ServerSocket(0, 1, here);
                Socket loopback = new Socket(here, listening.getLocalPort());
                DatagramSocket anywhere = new DatagramSocket()) {
            System.out.println(OPEN + " " + listening.getLocalPort() + " " + loopback.getLocalPort() + " "
                    + anywhere.getLocalPort());
            System.in.read();
        }
    }
}
