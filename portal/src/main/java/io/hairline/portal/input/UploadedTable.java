package io.hairline.portal.input;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;

/** A table that somebody sent from a page: as a file, or pasted into the field {@code table}. */
public final class UploadedTable {

    /** The longest one that a page takes, as the services do. */
    public static final int MOST_BYTES = 2_000_000;

    /** The field of the form with the file. */
    public static final String FILE = "file";

    private static final String FIELD = "table";
    private static final UploadedTable NONE = new UploadedTable(new byte[0], false);

    private final byte[] bytes;
    private final boolean tooLarge;

    private UploadedTable(byte[] bytes, boolean tooLarge) {
        this.bytes = bytes;
        this.tooLarge = tooLarge;
    }

    /** A file as it came; only its beginning if it is longer than {@link #MOST_BYTES}. */
    public static UploadedTable file(byte[] bytes) {
        return new UploadedTable(bytes.clone(), bytes.length > MOST_BYTES);
    }

    /** To be found by {@link #of}. */
    public void keepIn(HttpServletRequest request) {
        request.setAttribute(UploadedTable.class.getName(), this);
    }

    /** The file if one was chosen, else what was pasted; empty if neither. */
    public static UploadedTable of(HttpServletRequest request) {
        if (request.getAttribute(UploadedTable.class.getName()) instanceof UploadedTable it && it.bytes.length > 0) {
            return it;
        }
        String pasted = request.getParameter(FIELD);
        return pasted == null ? NONE : file(pasted.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether a file was chosen. */
    public static boolean isFile(HttpServletRequest request) {
        return request.getAttribute(UploadedTable.class.getName()) instanceof UploadedTable it && it.bytes.length > 0;
    }

    /** To be sent on as they are. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Whether it is longer than {@link #MOST_BYTES}. */
    public boolean isTooLarge() {
        return tooLarge;
    }

    /** For a page; what isn't UTF-8 is not what it was. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
