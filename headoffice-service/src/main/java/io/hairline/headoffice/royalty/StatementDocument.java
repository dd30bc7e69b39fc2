package io.hairline.headoffice.royalty;

import io.hairline.headoffice.document.PdfTextPages;
import io.hairline.headoffice.royalty.RoyaltyBilling.Known;
import io.hairline.headoffice.royalty.RoyaltyLine.Cause;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A statement as a file. */
final class StatementDocument {

    private static final String HEADER =
            "line,kind,day,amount,currency,base,category,rule version,event,subject,version,known on,corrects,as known on";

    private StatementDocument() {}

    /** One row per line; no field can hold a comma or a quote, for all are codes, ids, numbers and dates. */
    static String csv(Known known) {
        StringBuilder csv = new StringBuilder(HEADER).append("\r\n");
        known.lines().forEach(it -> {
            Cause event = it.event();
            csv.append(String.join(
                            ",",
                            it.lineId(),
                            it.kind().name(),
                            text(it.day()),
                            it.amount().amount().toPlainString(),
                            it.amount().currency(),
                            it.base() == null ? "" : it.base().amount().toPlainString(),
                            text(it.category()),
                            Integer.toString(it.ruleVersion()),
                            event == null ? "" : event.type(),
                            event == null ? "" : event.subject(),
                            event == null ? "" : Long.toString(event.version()),
                            text(it.knownOn()),
                            text(it.corrects()),
                            known.on().toString()))
                    .append("\r\n");
        });
        return csv.toString();
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    static byte[] pdf(Known known, String clinic, List<StatementOwners.Span> owners) {
        List<String> rows = Stream.concat(
                        owners.stream().map(it -> it.from() + " to " + it.until() + "  " + it.name()),
                        known.lines().stream().map(StatementDocument::row))
                .toList();
        return PdfTextPages.pdf(title(known, clinic), rows);
    }

    private static String title(Known it, String clinic) {
        return String.format(
                Locale.ROOT,
                "Royalty statement %s, %s, %s, as known on %s: %s %s",
                it.statement().month(),
                clinic,
                it.statement().status().name().toLowerCase(Locale.ROOT),
                it.on(),
                it.total().amount().toPlainString(),
                it.total().currency());
    }

    private static String row(RoyaltyLine it) {
        Cause event = it.event();
        return String.format(
                Locale.ROOT,
                "%-10s  %-15s %12s %3s  base %12s  rule %2d  %s",
                it.day() == null ? it.knownOn() : it.day(),
                it.kind(),
                it.amount().amount().toPlainString(),
                it.amount().currency(),
                it.base() == null ? "-" : it.base().amount().toPlainString(),
                it.ruleVersion(),
                event == null ? "" : event.subject() + " v" + event.version());
    }
}
