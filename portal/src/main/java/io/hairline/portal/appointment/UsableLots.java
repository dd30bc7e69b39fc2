package io.hairline.portal.appointment;

import io.hairline.portal.api.ApiProblem;
import io.hairline.portal.api.CallerApis;
import io.hairline.portal.chart.parts.ChartSession;
import io.hairline.portal.clinic.Stock;
import io.hairline.portal.language.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lots that a session may name, as they are found by what is typed or scanned. */
record UsableLots(List<Stock.Lot> all) {

    /**
     * One of them to choose.
     *
     * @param typed what names it alone: its number, or its whole name where another maker's lot has that number too
     */
    public record Choice(String typed, Stock.Lot lot) {}

    /** Those for a session; none if there is no session yet. */
    static UsableLots of(CallerApis mine, String clinic, @Nullable ChartSession it) {
        return new UsableLots(
                it == null
                        ? List.of()
                        : Stock.nameable(mine, clinic, it.startedAt()).or(List.of()));
    }

    List<Choice> choices() {
        return all.stream().map(it -> new Choice(typed(it), it)).toList();
    }

    private String typed(Stock.Lot lot) {
        String number = Objects.requireNonNullElse(lot.lotNumber(), "");
        return found(number, lot.isNeedle()).size() == 1 ? number : lot.name();
    }

    /**
     * The id of the lot whose number or name was typed.
     *
     * @throws ApiProblem if there is none, or more than one; then it names them
     */
    String id(String typed, boolean needle) {
        List<Stock.Lot> found = found(typed, needle);
        if (found.isEmpty()) {
            throw refused(Texts.text("chairside.lot.unknown", typed));
        }
        if (found.size() > 1) {
            String names = found.stream().map(Stock.Lot::name).collect(Collectors.joining("; "));
            throw refused(Texts.text("chairside.lot.several", typed, names));
        }
        return found.getFirst().id();
    }

    private List<Stock.Lot> found(String typed, boolean needle) {
        String wanted = plain(typed);
        return all.stream()
                .filter(it -> it.isNeedle() == needle)
                .filter(it ->
                        plain(it.lotNumber()).equals(wanted) || plain(it.name()).equals(wanted))
                .toList();
    }

    private static ApiProblem refused(String words) {
        return ApiProblem.refused(400, "invalid-input", words);
    }

    /** Scanners and people write the same number with other spaces and cases. */
    private static String plain(@Nullable String number) {
        return Objects.requireNonNullElse(number, "")
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toUpperCase(Locale.ROOT);
    }
}
