package io.hairline.notification.delivery;

import io.hairline.notification.clinic.Clinics;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.preference.QuietHours;
import io.hairline.notification.schedule.MessageTrigger;
import io.hairline.notification.schedule.TimeAtClinic;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When a client may be disturbed: by the clock at home, and around a visit by the clock of the clinic. */
@Component
class WakingHours {

    private final Clinics clinics;

    WakingHours(Clinics clinics) {
        this.clinics = clinics;
    }

    /** This instant, or the first one after it that isn't in quiet hours. */
    Instant next(Instant now, QuietHours quiet, Contact contact, MessageTrigger trigger) {
        ZoneId home = contact.zone();
        TimeAtClinic stay = trigger.stay();
        return stay == null
                ? quiet.wakingFrom(now, home)
                : next(
                        now,
                        quiet,
                        home,
                        stay,
                        clinics.find(trigger.clinicId())
                                .map(it -> ZoneId.of(it.zone()))
                                .orElse(home));
    }

    static Instant next(Instant now, QuietHours quiet, ZoneId home, TimeAtClinic stay, ZoneId clinic) {
        Instant moment = now;
        while (true) {
            Instant awake = quiet.wakingFrom(moment, stay.covers(moment) ? clinic : home);
            @Nullable Instant border = border(moment, stay);
            if (border == null || awake.isBefore(border)) {
                return awake;
            }
            moment = border;
        }
    }

    /** When the clock that counts changes next. */
    private static @Nullable Instant border(Instant moment, TimeAtClinic stay) {
        if (moment.isBefore(stay.from())) {
            return stay.from();
        }
        return moment.isBefore(stay.until()) ? stay.until() : null;
    }
}
