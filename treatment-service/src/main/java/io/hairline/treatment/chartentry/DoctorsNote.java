package io.hairline.treatment.chartentry;

import io.hairline.contracts.PhotoId;
import io.hairline.kit.Refusal;
import io.hairline.kit.input.Paragraphs;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A doctor's word that nothing speaks against the treatment.
 *
 * @param findings codes of the questions that it answers for
 * @param datedOn the day that stands on it
 * @param validUntil the last local day on which it counts
 * @param photoId a photo in the client's chart that shows it
 */
public record DoctorsNote(
        @NotBlank @Size(max = 200) String doctor,
        @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 40) String> findings,
        @NotNull LocalDate datedOn,
        @NotNull LocalDate validUntil,
        @Nullable PhotoId photoId,
        @Nullable @Size(max = 2_000) @Paragraphs String remark) {

    private static final int LONGEST_YEARS = 2;

    /** Refuses a note of tomorrow, one that is over, and one that is to count for longer than anybody can answer for. */
    void requireSense(LocalDate today) {
        if (datedOn.isAfter(today)) {
            throw Refusal.input("datedOn", "can't be after " + today);
        }
        LocalDate longest = datedOn.plusYears(LONGEST_YEARS);
        if (validUntil.isBefore(today) || validUntil.isAfter(longest)) {
            throw Refusal.input("validUntil", "must be a day from " + today + " to " + longest);
        }
    }

    boolean countsOn(LocalDate day) {
        return !day.isBefore(datedOn) && !day.isAfter(validUntil);
    }
}
