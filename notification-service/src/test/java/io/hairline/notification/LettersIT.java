package io.hairline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hairline.contracts.AppointmentId;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.CourseId;
import io.hairline.contracts.LotId;
import io.hairline.contracts.Money;
import io.hairline.contracts.OfferId;
import io.hairline.contracts.PlanId;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.RecallId;
import io.hairline.contracts.RecallNoticeId;
import io.hairline.contracts.SessionId;
import io.hairline.contracts.WaitlistEntryId;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.booking.BookingEvent.AppointmentBooked;
import io.hairline.contracts.booking.BookingEvent.AppointmentRescheduled;
import io.hairline.contracts.booking.BookingEvent.ClientMerged;
import io.hairline.contracts.booking.BookingEvent.ClientUnmerged;
import io.hairline.contracts.booking.BookingEvent.CourseBooked;
import io.hairline.contracts.booking.BookingEvent.CourseHeld;
import io.hairline.contracts.booking.BookingEvent.CourseReleased;
import io.hairline.contracts.booking.BookingEvent.WaitlistOfferEnded;
import io.hairline.contracts.booking.BookingEvent.WaitlistOffered;
import io.hairline.contracts.booking.ClientContact;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.contracts.notification.LetterLink;
import io.hairline.contracts.treatment.Needle;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessBlocked;
import io.hairline.contracts.treatment.TreatmentEvent.ReadinessUnblocked;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeOpened;
import io.hairline.contracts.treatment.TreatmentEvent.RecallNoticeWithdrawn;
import io.hairline.contracts.treatment.TreatmentEvent.SessionCompleted;
import io.hairline.kit.Ids;
import io.hairline.kit.testing.Calls;
import jakarta.mail.internet.MimeMultipart;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.mongodb.core.MongoTemplate;

/** What a letter says, to which address, and when nothing calls for one. */
@OnNotification
class LettersIT {

    private static final String CONFIRMED = "BOOKING_CONFIRMED";
    private static final Duration THREE_DAYS = Duration.ofDays(3);
    private static final Pattern LINK = Pattern.compile("/a/([A-Za-z0-9_-]{22})");

    @LocalServerPort
    int port;

    @Autowired
    Others others;

    @Autowired
    MongoTemplate mongo;

    private AppointmentBooked booked(TestClinic clinic, ClientContact client, Instant startsAt, String actor) {
        AppointmentBooked booked = clinic.booked(client.clientId(), startsAt);
        others.tell(booked, actor, others.now());
        return booked;
    }

    @Test
    void writesOneLanguageInEachLetter() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact deniz = others.client("tr");
        Instant startsAt = others.now().plus(THREE_DAYS);
        booked(clinic, deniz, startsAt, deniz.clientId().value());
        others.tick();

        others.awaitStatus(deniz, CONFIRMED, "EMAIL", "SENT");
        assertThat(Mailbox.subjects(deniz))
                .singleElement()
                .asString()
                .startsWith("Booked: First session on ")
                .contains(startsAt.atZone(clinic.zone()).getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH));
    }

    @Test
    void putsASecretLinkIntoTheLetterAloneAndItsDigestIntoTheEvent() throws Exception {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        booked(clinic, ada, others.now().plus(THREE_DAYS), ada.clientId().value());
        others.tick();
        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
        others.awaitStatus(ada, CONFIRMED, "IN_APP", "DELIVERED");

        MimeMultipart letter = (MimeMultipart) Mailbox.of(ada).getFirst().getContent();
        Matcher link = LINK.matcher(String.valueOf(letter.getBodyPart(0).getContent()));
        assertThat(link.find()).isTrue();
        String digest = LetterLink.digestOf(link.group(1));
        assertThat(mongo.findAll(Document.class, "events"))
                .anyMatch(it -> it.toJson().contains(digest))
                .noneMatch(it -> it.toJson().contains(link.group(1)));
        assertThat(new Calls(port).get(ada.clientId().value(), "/inbox").text("/items/0/text"))
                .contains("/me")
                .doesNotContain("/a/");
    }

    @Test
    void saysWhatIsDifferentAfterATouchUp() {
        TestClinic clinic =
                others.clinic("Hairline London", others.zoneWhereItIs(12).getId());
        ClientContact ada = others.client("en");
        others.tell(session(ada, clinic, "TOUCH_UP"));
        others.tick();
        others.awaitStatus(ada, "AFTERCARE_DAY_0", "IN_APP", "DELIVERED");

        assertThat(new Calls(port).get(ada.clientId().value(), "/inbox").text("/items/0/text"))
                .contains("For the next 6 days: keep your scalp dry")
                .contains("A touch-up is a small session");
    }

    private SessionCompleted session(ClientContact client, TestClinic clinic, String service) {
        return new SessionCompleted(
                new SessionId(Ids.next(SessionId.PREFIX)),
                new AppointmentId(Ids.next(AppointmentId.PREFIX)),
                client.clientId(),
                clinic.id(),
                new PractitionerId(Ids.next(PractitionerId.PREFIX)),
                service,
                null,
                others.now().minusSeconds(7_200),
                others.now(),
                List.of(),
                new Needle("3RL", new LotId(Ids.next(LotId.PREFIX))),
                List.of(),
                null,
                List.of("OILY"),
                new AftercareDays(6, 7, 9, 14, 35, 42),
                null);
    }

    @Test
    void followsAClientToANewAddressLanguageAndZone() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact before = others.client("en", others.zoneWhereItIs(2));
        booked(clinic, before, others.now().plus(THREE_DAYS), clinic.desk());
        others.tick();
        others.awaitStatus(before, CONFIRMED, "EMAIL", "DEFERRED");

        ZoneId noon = others.zoneWhereItIs(12);
        ClientContact after = new ClientContact(
                before.clientId(),
                2,
                "Ada",
                "King",
                "new." + before.email(),
                before.phone(),
                "de",
                noon.getId(),
                null,
                null);
        others.publish(after);
        // Heard after the contact: both topics are read in order, and a letter leaves only after a tick.
        others.client("en");
        others.tick();

        others.awaitStatus(after, CONFIRMED, "EMAIL", "SENT");
        assertThat(Mailbox.subjects(after)).singleElement().asString().startsWith("Gebucht: ");
        assertThat(Mailbox.of(before).stream().filter(it -> !Mailbox.of(after).contains(it)))
                .isEmpty();
    }

    @Test
    void looksAgainWhenAClientWantsOtherQuietHours() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en", others.zoneWhereItIs(2));
        booked(clinic, ada, others.now().plus(THREE_DAYS), clinic.desk());
        others.tick();
        others.awaitStatus(ada, CONFIRMED, "EMAIL", "DEFERRED");

        Object none = Map.of("channels", Map.of(), "quietHours", Map.of("from", "00:00", "until", "00:00"));
        String adaId = ada.clientId().value();
        assertThat(new Calls(port)
                        .call(adaId, "PUT", "/preferences/" + adaId, none, Map.of())
                        .status())
                .isEqualTo(200);
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
    }

    @Test
    void writesOnceToTheSurvivorOfMergedRecords() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        ClientContact twin = others.client("en");
        others.tell(new ClientMerged(twin.clientId(), ada.clientId(), clinic.id()));
        booked(clinic, twin, others.now().plus(THREE_DAYS), twin.clientId().value());
        others.tick();

        others.awaitStatus(twin, CONFIRMED, "EMAIL", "SENT");
        assertThat(Mailbox.of(ada)).hasSize(1);
        assertThat(Mailbox.of(twin)).isEmpty();
        Calls calls = new Calls(port);
        for (ClientContact who : List.of(ada, twin)) {
            assertThat(calls.get(who.clientId().value(), "/messages").text("/items/0/clientId"))
                    .isEqualTo(ada.clientId().value());
        }

        others.tell(new ClientUnmerged(twin.clientId(), ada.clientId(), clinic.id()));

        assertThat(calls.get(ada.clientId().value(), "/messages").body().path("items"))
                .isEmpty();
    }

    @Test
    void writesNoLetterForNoChange() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        AppointmentBooked booked = booked(
                clinic, ada, others.now().plus(THREE_DAYS), ada.clientId().value());
        AppointmentSlot slot = booked.slot();
        AppointmentSlot otherChair = new AppointmentSlot(
                slot.clinicId(),
                slot.practitionerId(),
                new ChairId(Ids.next(ChairId.PREFIX)),
                slot.serviceCode(),
                slot.startsAt(),
                slot.endsAt(),
                slot.localStart(),
                slot.zone());
        others.tell(new AppointmentRescheduled(booked.appointmentId(), ada.clientId(), slot, slot, "CLIENT_REQUEST"));
        others.tell(
                new AppointmentRescheduled(booked.appointmentId(), ada.clientId(), slot, otherChair, "CLINIC_REQUEST"));
        others.tick();

        others.awaitStatus(ada, CONFIRMED, "EMAIL", "SENT");
        assertThat(others.statuses(ada, "APPOINTMENT_RESCHEDULED", "EMAIL")).isEmpty();
        assertThat(Mailbox.of(ada)).hasSize(1);
    }

    @Test
    void countsTheClinicsClockAroundAVisit() {
        ZoneId home = others.zoneWhereItIs(2);
        TestClinic clinic =
                others.clinic("Hairline Berlin", others.zoneWhereItIs(11).getId());
        ClientContact traveller = others.client("en", home);
        booked(clinic, traveller, others.now().plus(Duration.ofHours(5)), clinic.desk());
        others.tick();

        others.awaitStatus(traveller, CONFIRMED, "EMAIL", "SENT");
    }

    @Test
    void asksOnceToCallTheClinicAndNotForAnAppointmentThatIsGone() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        ClientContact eve = others.client("en");
        AppointmentBooked adas = booked(clinic, ada, others.now().plus(THREE_DAYS), clinic.desk());
        AppointmentBooked eves = booked(clinic, eve, others.now().plus(THREE_DAYS), clinic.desk());
        for (String step : List.of("QUESTIONNAIRE", "PATCH_TEST")) {
            others.tell(blocked(adas, step));
        }
        others.tell(blocked(eves, "QUESTIONNAIRE"));
        others.tell(TestClinic.cancelled(eves));
        others.tick();

        others.awaitStatus(ada, "READINESS_BLOCKED", "EMAIL", "SENT");
        others.awaitStatus(eve, "READINESS_BLOCKED", "EMAIL", "SUPERSEDED");
        assertThat(Mailbox.subjects(ada)).containsOnlyOnce("Please call us before your appointment");
    }

    @Test
    void asksForNothingThatIsInOrderAgain() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        AppointmentBooked booked = booked(clinic, ada, others.now().plus(THREE_DAYS), clinic.desk());
        AppointmentId id = booked.appointmentId();
        others.tell(blocked(booked, "QUESTIONNAIRE"));
        others.tell(new ReadinessUnblocked(id, ada.clientId(), clinic.id(), "QUESTIONNAIRE"));
        others.tick();

        others.awaitStatus(ada, "READINESS_BLOCKED", "EMAIL", "SUPERSEDED");
    }

    @Test
    void worriesNobodyAboutWhatTheClinicMendsByItself() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en");
        AppointmentBooked booked = booked(clinic, ada, others.now().plus(THREE_DAYS), clinic.desk());
        others.tell(blocked(booked, "LOT"));
        others.tell(blocked(booked, "LICENCE"));
        others.tell(blocked(booked, "TRAINING"));
        others.tick();
        others.tell(blocked(booked, "QUESTIONNAIRE"));
        others.tell(new ReadinessUnblocked(booked.appointmentId(), ada.clientId(), clinic.id(), "QUESTIONNAIRE"));
        others.tick();

        others.awaitStatus(ada, "READINESS_BLOCKED", "EMAIL", "SUPERSEDED");
    }

    private static ReadinessBlocked blocked(AppointmentBooked it, String step) {
        return new ReadinessBlocked(it.appointmentId(), it.clientId(), it.slot().clinicId(), step);
    }

    @Test
    void tellsAClientOfARecallAndExplainsIt() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        TestClinic other = others.clinic("Hairline Berlin", "Europe/Berlin");
        ClientContact ada = others.client("en");
        RecallNoticeId notice = new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX));
        others.tell(
                new RecallNoticeOpened(notice, new RecallId(Ids.next(RecallId.PREFIX)), ada.clientId(), clinic.id()));
        others.tick();
        others.awaitStatus(ada, "RECALL_NOTICE", "IN_APP", "DELIVERED");
        assertThat(mongo.findAll(Document.class, "events"))
                .anyMatch(it -> it.toJson().contains("notification.MessageDelivered.v1")
                        && it.toJson().contains(notice.value()));

        Calls calls = new Calls(port);
        String adaId = ada.clientId().value();
        String id = calls.get(adaId, "/inbox").text("/items/0/id");
        String explanation = "/messages/" + id + "/explanation";
        Calls.Answer answer = calls.get(adaId, explanation);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/status")).isEqualTo("DELIVERED");
        assertThat(answer.text("/because/0/rule")).isEqualTo("RECALL_NOTICE");
        assertThat(answer.text("/because/0/event")).startsWith("evt_");
        assertThat(answer.text("/because/1/rule")).isEqualTo("HANDED_OVER");
        assertThat(calls.get(clinic.desk(), explanation).status()).isEqualTo(200);
        assertThat(calls.get(other.desk(), explanation).status()).isEqualTo(404);
        assertThat(calls.visit(explanation).status()).isEqualTo(401);
    }

    @Test
    void takesARecallBackOnlyFromThoseWhoWereTold() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact told = others.client("en");
        ClientContact waiting = others.client("en");
        RecallId recall = new RecallId(Ids.next(RecallId.PREFIX));
        RecallNoticeId first = new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX));
        RecallNoticeId second = new RecallNoticeId(Ids.next(RecallNoticeId.PREFIX));
        others.tell(new RecallNoticeOpened(first, recall, told.clientId(), clinic.id()));
        others.tick();
        others.awaitStatus(told, "RECALL_NOTICE", "IN_APP", "DELIVERED");

        others.tell(new RecallNoticeWithdrawn(first, recall, told.clientId(), clinic.id()));
        others.tell(new RecallNoticeOpened(second, recall, waiting.clientId(), clinic.id()));
        others.tell(new RecallNoticeWithdrawn(second, recall, waiting.clientId(), clinic.id()));
        others.tick();

        others.awaitStatus(told, "RECALL_WITHDRAWN", "IN_APP", "DELIVERED");
        assertThat(new Calls(port).get(told.clientId().value(), "/inbox").text("/items/0/text"))
                .contains("wrong batch")
                .doesNotContain("{");
        others.awaitStatus(waiting, "RECALL_NOTICE", "IN_APP", "SUPERSEDED");
        assertThat(new Calls(port)
                        .get(
                                clinic.desk(),
                                "/messages?clientId=" + waiting.clientId().value())
                        .body()
                        .toString())
                .doesNotContain("RECALL_WITHDRAWN");
    }

    private static WaitlistOffered offered(TestClinic clinic, ClientContact client, Instant now) {
        return new WaitlistOffered(
                new WaitlistEntryId(Ids.next(WaitlistEntryId.PREFIX)),
                client.clientId(),
                new OfferId(Ids.next(OfferId.PREFIX)),
                clinic.slot("TOUCH_UP", now.plus(THREE_DAYS)),
                now.plus(Duration.ofMinutes(30)));
    }

    @Test
    void offersATimeThatCameFreeInTheClientsLanguage() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact jorge = others.client("es");
        others.tell(offered(clinic, jorge, others.now()), "due-work", others.now());
        others.tick();

        others.awaitStatus(jorge, "WAITLIST_OFFER", "EMAIL", "SENT");
        others.awaitStatus(jorge, "WAITLIST_OFFER", "IN_APP", "DELIVERED");
        assertThat(Mailbox.subjects(jorge)).singleElement().asString().startsWith("Ha quedado libre una hora: ");
        assertThat(new Calls(port).get(jorge.clientId().value(), "/inbox").text("/items/0/text"))
                .contains("Hairline London", "/me/waitlist")
                .doesNotContain("{");
    }

    @Test
    void sendsNoOfferThatIsGoneByTheClientsMorning() {
        TestClinic clinic = others.clinic("Hairline London", "Europe/London");
        ClientContact ada = others.client("en", others.zoneWhereItIs(2));
        WaitlistOffered offer = offered(clinic, ada, others.now());
        others.tell(offer, "due-work", others.now());
        others.tell(
                new WaitlistOfferEnded(offer.entryId(), offer.clientId(), offer.offerId(), offer.slot(), "GONE"),
                "due-work",
                others.now());
        others.tick();

        others.awaitStatus(ada, "WAITLIST_OFFER", "EMAIL", "SUPERSEDED");
        assertThat(Mailbox.subjects(ada)).isEmpty();
    }

    private static CourseHeld held(TestClinic clinic, ClientContact client, Instant until) {
        CourseId course = new CourseId(Ids.next(CourseId.PREFIX));
        PlanId plan = new PlanId(Ids.next(PlanId.PREFIX));
        return new CourseHeld(
                course,
                client.clientId(),
                plan,
                clinic.id(),
                List.of(),
                new Money(new BigDecimal("460.00"), "EUR"),
                until);
    }

    @Test
    void asksForTheDepositAndSaysKindlyThatItCameTooLate() {
        TestClinic clinic = others.clinic("Hairline Berlin", "Europe/Berlin");
        ClientContact anna = others.client("de");
        CourseHeld held = held(clinic, anna, others.now().plus(Duration.ofHours(48)));
        others.tell(held, "due-work", others.now());
        others.tick();
        others.awaitStatus(anna, "DEPOSIT_AWAITED", "EMAIL", "SENT");
        others.awaitStatus(anna, "DEPOSIT_AWAITED", "IN_APP", "DELIVERED");
        assertThat(new Calls(port).get(anna.clientId().value(), "/inbox").text("/items/0/text"))
                .contains("Hairline Berlin", "460,00", "/me/courses/" + held.courseId() + "/deposit")
                .doesNotContain("{");

        others.tell(
                new CourseReleased(held.courseId(), held.clientId(), held.planId(), clinic.id(), "DEPOSIT_NOT_PAID"),
                "due-work",
                others.now());
        others.tick();

        others.awaitStatus(anna, "COURSE_NOT_BOOKED", "EMAIL", "SENT");
        assertThat(Mailbox.subjects(anna)).last().asString().contains("nicht länger");
    }

    @Test
    void asksNobodyForADepositThatIsThere() {
        TestClinic clinic = others.clinic("Hairline Berlin", "Europe/Berlin");
        ClientContact anna = others.client("de", others.zoneWhereItIs(2));
        CourseHeld held = held(clinic, anna, others.now().plus(Duration.ofHours(48)));
        others.tell(held, "due-work", others.now());
        others.tell(
                new CourseBooked(held.courseId(), held.clientId(), held.planId(), List.of()), "due-work", others.now());
        others.tick();

        others.awaitStatus(anna, "DEPOSIT_AWAITED", "EMAIL", "SUPERSEDED");
        assertThat(Mailbox.subjects(anna)).isEmpty();
    }
}
