package io.hairline.portal.brand;

import io.hairline.portal.api.Apis;
import io.hairline.portal.language.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What everybody may know of the brand, as head office told it in the last seconds. */
@Component
public class Catalogue {

    private static final Duration FRESH = Duration.ofSeconds(15);
    private static final Map<String, ?> MANY = Map.of("limit", 200);

    private final Apis apis;
    private final Map<String, Remembered> memory = new ConcurrentHashMap<>();

    Catalogue(Apis apis) {
        this.apis = apis;
    }

    private record Remembered(List<?> items, long goodUntil) {}

    public List<Clinic> clinics() {
        return remembered("/clinics", () -> list(Clinic.class, "/clinics"));
    }

    /** Those that aren't closed for good on a day: where somebody can still book. */
    public List<Clinic> clinicsRunningOn(LocalDate day) {
        return clinics().stream().filter(it -> it.isRunningOn(day)).toList();
    }

    /** Those that aren't closed for good at an instant, each by its own local day. */
    public List<Clinic> clinicsRunningAt(Instant now) {
        return clinics().stream()
                .filter(it -> it.isRunningOn(LocalDate.ofInstant(now, it.zoneId())))
                .toList();
    }

    public List<Region> regions() {
        return remembered("/regions", () -> list(Region.class, "/regions"));
    }

    public List<ServiceOffering> offers() {
        return remembered("/services", () -> list(ServiceOffering.class, "/services"));
    }

    public List<Practitioner> practitioners() {
        return remembered("/practitioners", () -> list(Practitioner.class, "/practitioners"));
    }

    public Optional<Clinic> clinic(String id) {
        return clinics().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public String clinicName(String id) {
        return clinic(id).map(Clinic::name).orElseGet(() -> Texts.text("name.clinic"));
    }

    public String practitionerName(String id) {
        return practitioners().stream()
                .filter(it -> it.id().equals(id))
                .map(Practitioner::displayName)
                .findFirst()
                .orElseGet(() -> Texts.text("name.practitioner"));
    }

    public Optional<ServiceOffering> offer(String code) {
        return offers().stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public String regionName(String id) {
        return regions().stream()
                .filter(it -> it.id().equals(id))
                .map(Region::name)
                .findFirst()
                .orElseGet(() -> Texts.text("name.region"));
    }

    /** Forgets what was remembered, after a change made here. */
    public void forget() {
        memory.clear();
    }

    private <T> List<T> list(Class<T> type, String path) {
        return apis.everybodys().headOffice().list(type, path, MANY);
    }

    @SuppressWarnings("unchecked") // each path has one type
    private <T> List<T> remembered(String path, Supplier<List<T>> ask) {
        Remembered known = memory.get(path);
        if (known != null && System.nanoTime() - known.goodUntil() < 0) {
            return (List<T>) known.items();
        }
        List<T> asked = List.copyOf(ask.get());
        memory.put(path, new Remembered(asked, System.nanoTime() + FRESH.toNanos()));
        return asked;
    }
}
