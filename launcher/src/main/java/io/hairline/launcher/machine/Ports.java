package io.hairline.launcher.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * Free ports, below those that the system gives to outgoing connections, so that a stopped server gets its own back. Between
 * a look and the server's start a port is nobody's; so each process looks among a hundred of its own, and gives none twice.
 */
public final class Ports {

    private static final int FIRST = 25_000;
    private static final int PROCESSES = 50;
    private static final int EACH = 100;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    public static int free() {
        int first = FIRST + (int) (ProcessHandle.current().pid() % PROCESSES) * EACH;
        return IntStream.range(first, first + EACH)
                .filter(it -> isFree(it) && GIVEN.add(it))
                .findFirst()
                .orElseThrow(() -> new LauncherException("No free port was found from %d on.".formatted(first)));
    }

    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
