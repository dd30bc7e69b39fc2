package io.hairline.notification.delivery;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that keeps each envelope as its bytes came, with or without the extension SMTPUTF8 (RFC 6531). */
final class RecordingMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final boolean smtpUtf8;
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();

    private RecordingMailServer(ServerSocket socket, boolean smtpUtf8) {
        this.socket = socket;
        this.smtpUtf8 = smtpUtf8;
    }

    static RecordingMailServer start(boolean smtpUtf8) {
        try {
            var server = new RecordingMailServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), smtpUtf8);
            Thread.ofVirtual().start(server::listen);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The arguments of each MAIL command. */
    List<String> senders() {
        return senders;
    }

    /** The path of each RCPT command, its bytes read as UTF-8. */
    List<String> recipients() {
        return recipients;
    }

    private void listen() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1))) {
            OutputStream out = client.getOutputStream();
            answer(out, "220 recording.example ESMTP");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!obey(line, in, out)) {
                    return;
                }
            }
        } catch (IOException e) {
            // The client hung up.
        }
    }

    /** False after QUIT. */
    private boolean obey(String line, BufferedReader in, OutputStream out) throws IOException {
        String command = line.toUpperCase(Locale.ROOT);
        if (command.startsWith("EHLO")) {
            answer(out, "250-recording.example");
            if (smtpUtf8) {
                answer(out, "250-SMTPUTF8");
            }
            answer(out, "250 8BITMIME");
        } else if (command.startsWith("MAIL FROM:")) {
            senders.add(line.substring("MAIL FROM:".length()));
            answer(out, "250 2.1.0 Ok");
        } else if (command.startsWith("RCPT TO:")) {
            String path = new String(line.substring("RCPT TO:".length()).getBytes(ISO_8859_1), UTF_8);
            recipients.add(path.substring(path.indexOf('<') + 1, path.indexOf('>')));
            answer(out, "250 2.1.5 Ok");
        } else if (command.equals("DATA")) {
            answer(out, "354 Go on");
            while (!".".equals(in.readLine())) {
                // Only the envelope is kept.
            }
            answer(out, "250 2.0.0 Ok");
        } else if (command.equals("QUIT")) {
            answer(out, "221 2.0.0 Bye");
            return false;
        } else {
            answer(out, command.startsWith("RSET") ? "250 2.0.0 Ok" : "500 5.5.1 Unknown command");
        }
        return true;
    }

    private static void answer(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
