package io.hairline.kit.web;

import io.hairline.kit.RequestContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.web.util.WebUtils;

/** A request whose body has been read once to take its hash, and can be read again. */
final class RereadableRequest extends HttpServletRequestWrapper {

    private static final int MOST_BYTES = 1_000_000;
    private static final int MOST_BYTES_OF_A_TABLE = 2_000_000;

    private final byte[] body;

    private RereadableRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /** A request that is dispatched anew keeps what was read of it. */
    static RereadableRequest of(HttpServletRequest request) throws IOException {
        RereadableRequest before = WebUtils.getNativeRequest(request, RereadableRequest.class);
        if (before != null) {
            return before;
        }
        int most = isTable(request) ? MOST_BYTES_OF_A_TABLE : MOST_BYTES;
        byte[] body = request.getInputStream().readNBytes(most + 1);
        if (body.length > most) {
            throw new TooLarge(most);
        }
        return new RereadableRequest(request, body);
    }

    /** Tables are sent by a few people and routes; the routes say how many lines they take. */
    static boolean isTable(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.regionMatches(true, 0, "text/csv", 0, 8);
    }

    RequestContext.Repeatable repeatable(String actor, String key) {
        String scope = String.join("\n", actor, getMethod(), getRequestURI(), key);
        return new RequestContext.Repeatable(sha256(scope.getBytes(StandardCharsets.UTF_8)), sha256(body));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public ServletInputStream getInputStream() {
        ByteArrayInputStream source = new ByteArrayInputStream(body);
        return new ServletInputStream() {
            @Override
            public int read() {
                return source.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return source.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return source.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("The body is read in one piece");
            }
        };
    }

    static final class TooLarge extends RuntimeException {
        TooLarge(int most) {
            super("must be at most " + most / 1_000_000 + " MB", null, false, false);
        }

        String rule() {
            return String.valueOf(getMessage());
        }
    }
}
