package io.hairline.acceptance;

import io.hairline.acceptance.world.EventPublisher;
import io.hairline.acceptance.world.Franchise;
import io.hairline.contracts.ChairId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.DomainEvent;
import io.hairline.contracts.PractitionerId;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairInstalled;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ChairRemoved;
import io.hairline.contracts.headoffice.HeadOfficeEvent.ClinicDayClosed;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerAway;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerJoined;
import io.hairline.contracts.headoffice.HeadOfficeEvent.PractitionerSkillsChanged;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Head office at work on many clinics and people, with the state that all of it must lead to. */
final class HeadOfficeChanges {

    private static final LocalDate DAY = LocalDate.of(2030, 1, 1);

    private final Franchise franchise;
    private final Random random;
    private final List<ClinicId> clinics = new ArrayList<>();
    private final List<PractitionerId> practitioners = new ArrayList<>();
    private final List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
    private final Map<String, List<String>> closedDays = new LinkedHashMap<>();
    private final Map<String, List<String>> chairs = new LinkedHashMap<>();
    private final Map<String, List<String>> skills = new LinkedHashMap<>();
    private final Map<String, List<String>> absences = new LinkedHashMap<>();

    HeadOfficeChanges(Franchise franchise, long seed, int count) {
        this.franchise = franchise;
        this.random = new Random(seed);
        for (int i = 0; i < 20; i++) {
            open(new ClinicId(Franchise.id(ClinicId.PREFIX)));
            join(new PractitionerId(Franchise.id(PractitionerId.PREFIX)));
        }
        while (records.size() < count) {
            change();
        }
    }

    private void open(ClinicId clinic) {
        clinics.add(clinic);
        chairs.put(clinic.value(), new ArrayList<>());
        closedDays.put(clinic.value(), new ArrayList<>());
        add(franchise.clinicOpened(clinic));
    }

    private void join(PractitionerId practitioner) {
        practitioners.add(practitioner);
        skills.put(practitioner.value(), List.of());
        absences.put(practitioner.value(), new ArrayList<>());
        add(new PractitionerJoined(practitioner, "P", List.of()));
    }

    private void change() {
        ClinicId clinic = clinics.get(random.nextInt(clinics.size()));
        PractitionerId practitioner = practitioners.get(random.nextInt(practitioners.size()));
        switch (random.nextInt(5)) {
            case 0 -> closeDay(clinic);
            case 1 -> removeChair(clinic);
            case 2 -> learn(practitioner);
            case 3 -> away(practitioner);
            default -> installChair(clinic);
        }
    }

    private void closeDay(ClinicId clinic) {
        LocalDate date = DAY.plusDays(random.nextInt(1_000));
        list(closedDays, clinic.value()).add(date.toString());
        add(new ClinicDayClosed(clinic, date, "HOLIDAY"));
    }

    private void installChair(ClinicId clinic) {
        ChairId chair = new ChairId(Franchise.id(ChairId.PREFIX));
        list(chairs, clinic.value()).add(chair.value());
        add(new ChairInstalled(clinic, chair, "Chair"));
    }

    private void removeChair(ClinicId clinic) {
        List<String> there = list(chairs, clinic.value());
        if (!there.isEmpty()) {
            add(new ChairRemoved(clinic, new ChairId(there.remove(random.nextInt(there.size())))));
        }
    }

    private void learn(PractitionerId practitioner) {
        List<String> now = List.of("SKILL_" + random.nextInt(100), "SKILL_" + random.nextInt(100));
        skills.put(practitioner.value(), now);
        add(new PractitionerSkillsChanged(practitioner, now));
    }

    private void away(PractitionerId practitioner) {
        LocalDate from = DAY.plusDays(random.nextInt(1_000));
        list(absences, practitioner.value()).add(from + ".." + from.plusDays(3));
        add(new PractitionerAway(practitioner, from, from.plusDays(3), "HOLIDAY", null));
    }

    private void add(DomainEvent event) {
        EventPublisher publisher = franchise.publisher();
        records.add(publisher.next(event));
    }

    private static List<String> list(Map<String, List<String>> lists, String key) {
        return lists.computeIfAbsent(key, _ -> new ArrayList<>());
    }

    /** Every change in the order in which it was decided. */
    List<ProducerRecord<String, byte[]>> records() {
        return records;
    }

    /** One more change of everybody: when it is heard, all that was sent before it has been passed over. */
    List<ProducerRecord<String, byte[]>> lastWord() {
        int before = records.size();
        clinics.forEach(this::closeDay);
        practitioners.forEach(this::away);
        return List.copyOf(records.subList(before, records.size()));
    }

    /** Everybody and every place that was changed. */
    Set<String> subjects() {
        Set<String> subjects = new HashSet<>(chairs.keySet());
        subjects.addAll(skills.keySet());
        return subjects;
    }

    Map<String, List<String>> closedDays() {
        return closedDays;
    }

    Map<String, List<String>> chairs() {
        return chairs;
    }

    Map<String, List<String>> skills() {
        return skills;
    }

    Map<String, List<String>> absences() {
        return absences;
    }
}
