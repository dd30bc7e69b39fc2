package io.hairline.kit.testing;

import com.mongodb.ConnectionString;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A wire to a MongoDB, which can be cut and mended. */
public final class Wire implements AutoCloseable {

    private final ServerSocket here;
    private final String uri;
    private final String address;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param uri of the server itself */
    public Wire(String uri) {
        this.uri = uri;
        this.address = new ConnectionString(uri).getHosts().getFirst();
        try {
            this.here = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Of the same database, over this wire. */
    public String uri() {
        return uri.replace(address, "127.0.0.1:" + here.getLocalPort())
                .replaceAll("replicaSet=[^&]*", "directConnection=true");
    }

    public void cut() {
        cut = true;
        open.forEach(Wire::close);
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket caller = here.accept();
                if (cut) {
                    caller.close();
                } else {
                    join(caller);
                }
            }
        } catch (IOException e) {
            cut();
        }
    }

    private void join(Socket caller) throws IOException {
        String[] place = address.split(":", -1);
        Socket server = new Socket(place[0], Integer.parseInt(place[1]));
        open.add(caller);
        open.add(server);
        Thread.ofVirtual().start(() -> pour(caller, server));
        Thread.ofVirtual().start(() -> pour(server, caller));
    }

    private static void pour(Socket from, Socket to) {
        try (InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream()) {
            in.transferTo(out);
        } catch (IOException e) {
            close(from);
            close(to);
        }
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone, as it should be.
        }
    }

    @Override
    public void close() {
        try {
            here.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
