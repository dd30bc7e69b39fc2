package io.hairline.launcher.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Free ports, below those that the system gives to outgoing connections, so that a stopped server gets its own back. */
public final class Ports {

    private Ports() {}

    public static int free() {
        for (int attempt = 0; attempt < 200; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(25_000, 30_000);
            if (isFree(port)) {
                return port;
            }
        }
        throw new Trouble("No free port was found between 25000 and 30000.");
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
