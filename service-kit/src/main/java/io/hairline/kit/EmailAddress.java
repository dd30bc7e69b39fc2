package io.hairline.kit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.text.IDNA;
import java.util.regex.Pattern;

/**
 * An address that mail can be sent to: a local part without quotes, and a domain name (RFC 5321, 6531). Comments, quoted
 * local parts and address literals are lawful and refused all the same, because hardly any server takes them.
 *
 * @param localPart as it was written; only the receiving server may say that two spellings are one
 * @param asciiDomain by the rules of UTS 46, non-transitional: {@code straße.example} isn't {@code strasse.example}
 */
public record EmailAddress(String localPart, String asciiDomain) {

    private static final int MOST_LOCAL_BYTES = 64;
    private static final int MOST_BYTES = 254;
    private static final IDNA DOMAINS = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);
    private static final Pattern TOP_LEVEL = Pattern.compile("[a-z]([a-z0-9-]*[a-z0-9])?");
    private static final String ATOM_SIGNS = "!#$%&'*+-/=?^_`{|}~";

    /**
     * Reads an address as it is written.
     *
     * @throws IllegalArgumentException with what is wrong, as the end of a sentence that begins with the field's name
     */
    public static EmailAddress parse(String written) {
        int at = written.lastIndexOf('@');
        if (at <= 0 || at == written.length() - 1) {
            throw new IllegalArgumentException("must be an e-mail address such as name@example.com");
        }
        EmailAddress address = new EmailAddress(localPart(written.substring(0, at)), domain(written.substring(at + 1)));
        if (address.forEnvelope().getBytes(UTF_8).length > MOST_BYTES) {
            throw new IllegalArgumentException("must have at most 254 bytes");
        }
        return address;
    }

    /** Whether only a server with the extension SMTPUTF8 (RFC 6531) can be given this address. */
    public boolean needsSmtpUtf8() {
        return localPart.chars().anyMatch(it -> it > 0x7f);
    }

    /** As it is sent to a mail server. */
    public String forEnvelope() {
        return localPart + "@" + asciiDomain;
    }

    private static String localPart(String local) {
        if (local.getBytes(UTF_8).length > MOST_LOCAL_BYTES) {
            throw new IllegalArgumentException("must have at most 64 bytes before the @");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            throw new IllegalArgumentException(
                    "must not have a dot at the beginning or end, or two in a row, before the @");
        }
        if (!local.codePoints().allMatch(it -> it == '.' || isAtom(it))) {
            throw new IllegalArgumentException(
                    "must not have spaces, quotes, brackets, commas, colons or control characters before the @");
        }
        return local;
    }

    private static boolean isAtom(int codePoint) {
        if (codePoint <= 0x7f) {
            return Character.isLetterOrDigit(codePoint) || ATOM_SIGNS.indexOf(codePoint) >= 0;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String domain(String written) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = new StringBuilder();
        DOMAINS.nameToASCII(written, ascii, info);
        String domain = ascii.toString();
        String topLevel = domain.substring(domain.lastIndexOf('.') + 1);
        if (info.hasErrors()
                || domain.indexOf('.') < 0
                || !TOP_LEVEL.matcher(topLevel).matches()) {
            throw new IllegalArgumentException("must have a domain such as example.com after the @");
        }
        return domain;
    }

    @Override
    public String toString() {
        return "EmailAddress";
    }
}
