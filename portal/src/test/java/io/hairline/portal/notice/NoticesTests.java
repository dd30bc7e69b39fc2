package io.hairline.portal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.language.Texts;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Each notice with the answer that is hoped for, and with the other answers that the same call may have. */
class NoticesTests {

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    private static JsonNode answer(String json) {
        return JsonMapper.shared().readTree(json.replace('\'', '"'));
    }

    @Test
    void saysBookedOfWhatIsBookedAlone() {
        assertThat(Notices.booked(answer("{'status':'CONFIRMED'}"))).isEqualTo(Texts.text("notice.booked"));
        assertThat(Notices.booked(answer("{'status':'CANCELLED'}"))).contains("Cancelled");
        assertThat(Notices.booked(answer("{'status':'HELD'}"))).contains("Held");
    }

    @Test
    void saysTheTimeThatTheAppointmentHas() {
        assertThat(Notices.moved(answer("{'status':'CONFIRMED','localStart':'2027-03-02T11:00:00'}")))
                .contains("March 2, 2027", "11:00");
        assertThat(Notices.moved(answer("{'status':'NO_SHOW','localStart':'2027-03-02T11:00:00'}")))
                .contains("Did not come");
    }

    @Test
    void saysWhenACancellationCameLate() {
        assertThat(Notices.cancelled(answer("{'status':'CANCELLED'}"))).isEqualTo(Texts.text("notice.cancelled"));
        assertThat(Notices.cancelled(answer("{'status':'LATE_CANCELLED'}")))
                .isEqualTo(Texts.text("notice.cancelled-late"));
    }

    @Test
    void saysPaidOfMoneyThatIsThere() {
        assertThat(Notices.paid(answer("{'status':'CAPTURED'}"), "notice.paid")).isEqualTo(Texts.text("notice.paid"));
        assertThat(Notices.paid(answer("{'status':'PENDING'}"), "notice.paid")).isEqualTo(Texts.text("notice.paying"));
    }

    @Test
    void saysWhetherMoneyHasGoneBack() {
        assertThat(Notices.refunded(answer("{'refunds':[{'status':'FAILED'},{'status':'DONE'}]}")))
                .isEqualTo(Texts.text("notice.refunded"));
        assertThat(Notices.refunded(answer("{'refunds':[{'status':'DONE'},{'status':'REQUESTED'}]}")))
                .isEqualTo(Texts.text("notice.refunding"));
    }

    @Test
    void saysChangedOnlyOfWhatHasChanged() {
        assertThat(Notices.changed(4L, answer("{'version':5}"), "client.changed"))
                .isEqualTo(Texts.text("client.changed"));
        assertThat(Notices.changed(4L, answer("{'version':4}"), "client.changed"))
                .isEqualTo(Texts.text("notice.unchanged"));
    }

    @Test
    void saysWhatAStatementIsNow() {
        assertThat(Notices.statement(answer("{'status':'DISPUTED'}"))).contains("In dispute");
    }

    @Test
    void saysWhetherSomebodyStillWaits() {
        assertThat(Notices.declined(answer("{'status':'WAITING'}"))).isEqualTo(Texts.text("waitlist.declined"));
        assertThat(Notices.declined(answer("{'status':'BOOKED'}"))).isEqualTo(Texts.text("waitlist.booked-before"));
        assertThat(Notices.left(answer("{'status':'LEFT'}"))).isEqualTo(Texts.text("waitlist.left"));
        assertThat(Notices.left(answer("{'status':'BOOKED'}"))).isEqualTo(Texts.text("waitlist.booked-before"));
    }

    @Test
    void saysUntilWhenARecordIsOpen() {
        assertThat(Notices.passGiven(answer("{'until':'2027-03-31'}"))).contains("Mar 31, 2027");
        assertThat(Notices.opened(answer("{'until':'2027-03-31T15:00:00Z'}"), ZoneId.of("Europe/Berlin")))
                .contains("March 31, 2027", "5:00");
    }
}
