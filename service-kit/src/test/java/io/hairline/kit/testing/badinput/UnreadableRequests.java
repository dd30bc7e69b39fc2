package io.hairline.kit.testing.badinput;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Map;
import java.util.TreeMap;

/** Requests below the level that controllers see, byte by byte: no HTTP client would send them. */
public final class UnreadableRequests {

    private static final int PATIENCE_MILLIS = 10_000;

    private UnreadableRequests() {}

    /**
     * By what is wrong with them.
     *
     * @param path one that is served, without a query
     */
    public static Map<String, String> to(String path) {
        Map<String, String> requests = new TreeMap<>();
        requests.put("a parameter without a name", get(path + "?=1"));
        requests.put("a broken percent encoding", get(path + "?a=%zz"));
        requests.put("half a percent encoding", get(path + "?a=%"));
        requests.put("bytes that are no UTF-8", get(path + "?a=%ff%fe"));
        requests.put("ten thousand parameters", get(path + "?" + "a=1&".repeat(1_500)));
        requests.put("a header of 60 KB", get(path, "X-Long: " + "x".repeat(60_000)));
        requests.put("a cookie that is none", get(path, "Cookie: =;;,=\u0001"));
        requests.put("a header without a name", get(path, ": x"));
        requests.put("a forwarded port that is none", get(path, "X-Forwarded-Port: many"));
        requests.put("a forwarded host that is none", get(path, "X-Forwarded-Host: [::"));
        requests.put("a language that is none", get(path, "Accept-Language: \u00e9;q=x"));
        requests.put("a media type that is none", get(path, "Accept: ///"));
        requests.put("multipart without a boundary", post(path, "multipart/form-data", "x"));
        requests.put("multipart that ends early", post(path, "multipart/form-data; boundary=b", "--b\r\nContent"));
        requests.put("a form with a broken encoding", post(path, "application/x-www-form-urlencoded", "a=%zz&=1"));
        requests.put("a form without a name", post(path, "application/x-www-form-urlencoded", "=1"));
        requests.put("a charset that is none", post(path, "application/json; charset=nonsense", "{}"));
        requests.put("a charset with a form", post(path, "application/x-www-form-urlencoded; charset=nonsense", "a=1"));
        requests.put("a content type that is none", post(path, "///", "{}"));
        requests.put("YAML", post(path, "application/yaml", "step: 1"));
        requests.put("XML", post(path, "application/xml", "<step>1</step>"));
        return requests;
    }

    private static String get(String target, String... headers) {
        return head("GET", target, headers) + "\r\n";
    }

    private static String post(String target, String type, String body) {
        return head("POST", target, "Content-Type: " + type, "Content-Length: " + body.length()) + "\r\n" + body;
    }

    private static String head(String method, String target, String... headers) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        for (String header : headers) {
            head.append(header).append("\r\n");
        }
        return head.append("Connection: close\r\n").toString();
    }

    /** Sends one to a port of this machine. Answers all that came back, headers and body. */
    public static String send(int port, String request) {
        return send(port, request, "");
    }

    /**
     * The same as somebody.
     *
     * @param token a bearer token, or empty
     */
    public static String send(int port, String request, String token) {
        String whole =
                token.isEmpty() ? request : request.replaceFirst("\r\n", "\r\nAuthorization: Bearer " + token + "\r\n");
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(whole.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
