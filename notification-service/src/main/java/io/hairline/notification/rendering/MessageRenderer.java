package io.hairline.notification.rendering;

import io.hairline.contracts.ClinicId;
import io.hairline.contracts.Currencies;
import io.hairline.contracts.Money;
import io.hairline.contracts.booking.AppointmentSlot;
import io.hairline.contracts.headoffice.AftercareDays;
import io.hairline.notification.clinic.Clinic;
import io.hairline.notification.clinic.Clinics;
import io.hairline.notification.contact.Contact;
import io.hairline.notification.ledger.Message;
import io.hairline.notification.ledger.MessageTemplate;
import io.hairline.notification.schedule.AftercareTrigger;
import io.hairline.notification.schedule.AppointmentTrigger;
import io.hairline.notification.schedule.CourseTrigger;
import io.hairline.notification.schedule.MessageTrigger;
import io.hairline.notification.schedule.TouchUpTrigger;
import io.hairline.notification.schedule.WaitlistTrigger;
import java.text.NumberFormat;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes what a trigger calls for, as it is at this moment. */
@Component
public class MessageRenderer {

    private static final int MOST_PARAGRAPHS = 9;
    private static final int MOST_SLOTS = 6;

    private final MessageSource words;
    private final ITemplateEngine engine;
    private final Clinics clinics;
    private final MessageLinks links;

    MessageRenderer(MessageSource letterWords, ITemplateEngine letterEngine, Clinics clinics, MessageLinks links) {
        this.words = letterWords;
        this.engine = letterEngine;
        this.clinics = clinics;
        this.links = links;
    }

    /** One line of what, when and where. */
    public record Fact(String label, String value) {}

    /**
     * The message as the client gets it.
     *
     * @param language one that letters are written in, see {@link io.hairline.notification.contact.MessageLanguages}
     */
    public RenderedMessage write(Message message, MessageTrigger trigger, Contact contact, Locale language) {
        MessageTemplate template = message.template();
        Object[] told = told(template, trigger, contact, language);
        Context model = new Context(language);
        String subject = say(template + ".subject", language, told);
        model.setVariable("language", words.getMessage("language", null, language));
        model.setVariable("subject", subject);
        model.setVariable("greeting", say("greeting", language, told));
        model.setVariable("paragraphs", paragraphs(template, variants(trigger), language, told));
        model.setVariable(
                "facts", slotOf(trigger).map(it -> facts(it, language)).orElse(List.of()));
        model.setVariable("slots", trigger instanceof TouchUpTrigger it ? slots(it.slots(), language) : List.of());
        model.setVariable("slotsLead", say("slots", language, told));
        model.setVariable("link", links.of(message, trigger, language));
        model.setVariable("closing", say("closing", language, told));
        model.setVariable("why", say("why", language, told));
        return new RenderedMessage(
                oneLine(subject),
                engine.process("letter.txt", model),
                engine.process("letter.html", model),
                links.withSecret(message, contact));
    }

    /**
     * {0} the given name, {1} the service, {2} the day, {3} the time, {4} the clinic, {5} the time until which an offer
     * stands. Of a deposit: {1} how much, and {2} and {3} until when. Of aftercare: {6} the day after the session, {7} how many days
     * are dry, {8} the last day without pool and sun, {9} the last without sun for some skin.
     */
    private Object[] told(MessageTemplate template, MessageTrigger trigger, Contact contact, Locale language) {
        String clinic = clinicName(trigger.clinicId());
        String name = contact.details().givenName();
        LocalTimes times = new LocalTimes(language);
        if (trigger instanceof CourseTrigger it) {
            ZoneId zone = clinics.find(it.clinicId())
                    .map(Clinic::zone)
                    .map(ZoneId::of)
                    .orElse(ZoneOffset.UTC);
            ZonedDateTime until = it.expiresAt().atZone(zone);
            return new Object[] {name, amount(it.deposit(), language), times.date(until), times.time(until), clinic, ""
            };
        }
        if (trigger instanceof AftercareTrigger it) {
            AftercareDays days = it.days();
            return new Object[] {
                name,
                "",
                "",
                "",
                clinic,
                "",
                it.dayOf(template),
                days.dryDays(),
                days.poolAndSunDays(),
                days.longSunDays()
            };
        }
        return slotOf(trigger)
                .map(slot -> new Object[] {
                    name, service(slot, language), times.date(slot), times.time(slot), clinic, until(trigger, times)
                })
                .orElseGet(() -> new Object[] {name, "", "", "", clinic, ""});
    }

    private static String amount(Money money, Locale language) {
        NumberFormat format = NumberFormat.getCurrencyInstance(language);
        format.setCurrency(Currency.getInstance(money.currency()));
        format.setMinimumFractionDigits(Currencies.digits(money.currency()));
        format.setMaximumFractionDigits(Currencies.digits(money.currency()));
        return format.format(money.amount());
    }

    /** The one slot that a letter is about. */
    private static Optional<AppointmentSlot> slotOf(MessageTrigger trigger) {
        return switch (trigger) {
            case AppointmentTrigger it -> Optional.of(it.slot());
            case WaitlistTrigger it -> Optional.of(it.slot());
            default -> Optional.empty();
        };
    }

    /** By the clinic's clock; empty unless it is an offer that ends. */
    private static String until(MessageTrigger trigger, LocalTimes times) {
        return trigger instanceof WaitlistTrigger it ? times.time(it.expiresAt(), it.slot()) : "";
    }

    private static List<String> variants(MessageTrigger trigger) {
        return trigger instanceof AftercareTrigger it ? it.variants() : List.of();
    }

    /** What is said to everybody, a variant of a paragraph in its place if there is one; then what a variant adds. */
    private List<String> paragraphs(MessageTemplate template, List<String> variants, Locale language, Object[] told) {
        List<String> paragraphs = new ArrayList<>();
        for (int number = 1; number <= MOST_PARAGRAPHS; number++) {
            String code = template + "." + number;
            String everybody = find(code, language, told);
            paragraphs.add(variants.stream()
                    .map(it -> find(code + "." + it, language, told))
                    .filter(it -> !it.isEmpty())
                    .findFirst()
                    .orElse(everybody));
        }
        variants.forEach(it -> paragraphs.add(find(template + "." + it, language, told)));
        return paragraphs.stream().filter(it -> !it.isEmpty()).toList();
    }

    private String find(String code, Locale language, Object[] told) {
        return Objects.requireNonNullElse(words.getMessage(code, told, "", language), "");
    }

    private List<Fact> facts(AppointmentSlot slot, Locale language) {
        LocalTimes times = new LocalTimes(language);
        return List.of(
                new Fact(say("label.what", language), service(slot, language)),
                new Fact(say("label.when", language), times.date(slot) + ", " + times.time(slot)),
                new Fact(say("label.where", language), clinicName(slot.clinicId())));
    }

    private List<Fact> slots(List<AppointmentSlot> slots, Locale language) {
        LocalTimes times = new LocalTimes(language);
        return slots.stream()
                .limit(MOST_SLOTS)
                .map(it -> new Fact(clinicName(it.clinicId()), times.date(it) + ", " + times.time(it)))
                .toList();
    }

    private String clinicName(ClinicId id) {
        return clinics.find(id).map(Clinic::name).orElse("Hairline");
    }

    private String service(AppointmentSlot slot, Locale language) {
        String name = words.getMessage("service." + slot.serviceCode(), null, slot.serviceCode(), language);
        return name == null ? slot.serviceCode() : name;
    }

    private String say(String code, Locale language, Object... told) {
        return words.getMessage(code, told, language);
    }

    /** A header is one line, whatever a clinic is called. */
    private static String oneLine(String subject) {
        return subject.replaceAll("\\p{Cntrl}+", " ");
    }
}
