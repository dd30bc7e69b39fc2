package io.hairline.headoffice.compliance;

import io.hairline.contracts.ClinicId;
import io.hairline.kit.Refusal;
import io.hairline.kit.web.Page;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Something that a clinic has to see to before a day; {@code kind} tells what it is. */
@Schema(
        anyOf = {
            LicenceItem.class,
            TrainingItem.class,
            EmergencyAccessItem.class,
            OverrideItem.class,
            RetentionItem.class,
            GuestItem.class
        })
sealed interface ComplianceItem
        permits LicenceItem, TrainingItem, EmergencyAccessItem, OverrideItem, RetentionItem, GuestItem {

    /** Keeps positions free of a sign, so that they sort as text. */
    int OFFSET = 10_000_000;

    Pattern POSITION = Pattern.compile("\\d{8}\\|.+");

    ClinicId clinicId();

    /** Where it stands in the list: the most urgent first. */
    String position();

    static String position(long days, ClinicId clinic, Object id) {
        return String.format(Locale.ROOT, "%08d|%s|%s", OFFSET + days, clinic, id);
    }

    /** The position that a cursor of this list stands for. */
    static @Nullable String position(@Nullable String cursor) {
        String position = Page.position(cursor);
        if (position != null && !POSITION.matcher(position).matches()) {
            throw Refusal.input("cursor", "is not one we gave out; start again without it");
        }
        return position;
    }
}
