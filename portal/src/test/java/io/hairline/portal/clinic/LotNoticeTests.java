package io.hairline.portal.clinic;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.portal.language.Texts;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LotNoticeTests {

    private static JsonNode lot(String status) {
        return JsonMapper.shared()
                .readTree("{\"id\":\"lot_1\",\"maker\":\"M\",\"product\":\"Black\",\"lotNumber\":\"7\",\"status\":\""
                        + status + "\"}");
    }

    private static String notice(String status) {
        return LotsController.notice(lot(status));
    }

    @BeforeEach
    void inEnglish() {
        LocaleContextHolder.setLocale(Locale.UK);
    }

    @AfterEach
    void inNoLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysThatAnExpiredLotCannotBeUsed() {
        assertThat(notice("EXPIRED")).contains("can’t be used", "Expired");
    }

    @Test
    void saysWhatALotIsWhereItsMoveSaysSomethingElse() {
        assertThat(LotsController.notice(LotMoves.RELEASE, lot("EXPIRED"))).contains("Expired");
        assertThat(LotsController.notice(LotMoves.QUARANTINE, lot("RECALLED"))).contains("Recalled");
        assertThat(LotsController.notice(LotMoves.RELEASE, lot("IN_USE"))).isEqualTo(Texts.text("lots.moved.release"));
    }

    @Test
    void saysThatAReceivedLotCanBeUsed() {
        assertThat(notice("RECEIVED")).contains("can be used");
    }
}
