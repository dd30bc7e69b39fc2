package io.hairline.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands before a real mail server and passes every line on, until the recipient's name asks for a fault:
 * {@code …+busy@} is told 451 the first time, {@code …+closing@} 421 to the DATA command the first time,
 * {@code …+nobody@} 550 always, {@code …+hang@} gets no answer to DATA, {@code …+lost@} is taken and then the line is
 * cut before anybody says so.
 */
public final class FaultyMail {

    private static final Pattern RECIPIENT = Pattern.compile("(?i)RCPT TO:<([^>]+)>.*");

    private final ServerSocket socket;
    private final int behind;
    private final Map<String, Integer> tried = new ConcurrentHashMap<>();
    private final AtomicInteger logIns = new AtomicInteger();
    private final CountDownLatch forEver = new CountDownLatch(1);

    private FaultyMail(ServerSocket socket, int behind) {
        this.socket = socket;
        this.behind = behind;
    }

    public static FaultyMail before(int port) {
        try {
            FaultyMail mail = new FaultyMail(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), port);
            Thread.ofVirtual().start(mail::listen);
            return mail;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How often somebody was to be sent something. */
    public int triedFor(String recipient) {
        return tried.getOrDefault(recipient, 0);
    }

    /** How often somebody logged in. */
    public int logIns() {
        return logIns.get();
    }

    private void listen() {
        while (true) {
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
                Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            new Conversation(client, server).hold();
        } catch (IOException e) {
            // One of the two hung up, as they may.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    /** One connection. */
    private final class Conversation {

        private final BufferedReader client;
        private final OutputStream toClient;
        private final BufferedReader server;
        private final OutputStream toServer;
        private String recipient = "";
        private int attempt;

        Conversation(Socket client, Socket server) throws IOException {
            this.client = reader(client);
            this.toClient = client.getOutputStream();
            this.server = reader(server);
            this.toServer = server.getOutputStream();
        }

        void hold() throws IOException, InterruptedException {
            answer();
            for (String line = client.readLine(); line != null; line = client.readLine()) {
                if (line.startsWith("AUTH")) {
                    logIns.incrementAndGet();
                }
                Matcher matcher = RECIPIENT.matcher(line);
                if (matcher.matches()) {
                    recipient = matcher.group(1);
                    attempt = tried.merge(recipient, 1, Integer::sum);
                    if (recipient.contains("+nobody@")) {
                        say(toClient, "550 5.1.1 Nobody of that name");
                        continue;
                    }
                    if (recipient.contains("+busy@") && attempt == 1) {
                        say(toClient, "451 4.3.0 Not now");
                        continue;
                    }
                }
                if (line.equalsIgnoreCase("DATA")) {
                    if (recipient.contains("+closing@") && attempt == 1) {
                        say(toClient, "421 4.3.2 Closing");
                        return;
                    }
                    if (!data()) {
                        return;
                    }
                    continue;
                }
                say(toServer, line);
                answer();
            }
        }

        /** False if the line is cut. */
        private boolean data() throws IOException, InterruptedException {
            if (recipient.contains("+hang@")) {
                forEver.await();
            }
            say(toServer, "DATA");
            answer();
            String line;
            do {
                line = client.readLine();
                if (line == null) {
                    return false;
                }
                say(toServer, line);
            } while (!line.equals("."));
            if (recipient.contains("+lost@")) {
                server.readLine();
                return false;
            }
            answer();
            return true;
        }

        /** All lines of one answer. */
        private void answer() throws IOException {
            String line;
            do {
                line = server.readLine();
                if (line == null) {
                    throw new IOException("the server hung up");
                }
                say(toClient, line);
            } while (line.length() > 3 && line.charAt(3) == '-');
        }

        private static void say(OutputStream to, String line) throws IOException {
            to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            to.flush();
        }
    }
}
