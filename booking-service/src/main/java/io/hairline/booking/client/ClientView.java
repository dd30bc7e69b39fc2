package io.hairline.booking.client;

import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.headoffice.Role;
import io.hairline.kit.security.Caller;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client as the API shows them: whole to the client, the home clinic and clinics that they visit; in searches masked to
 * all but the home clinic.
 *
 * @param familyName empty for a person with a single name
 * @param masked whether names and contacts are cut to what tells two people apart
 * @param emailConfirmed whether the client has shown that what is sent to the e-mail address reaches them; false where masked
 */
public record ClientView(
        ClientId id,
        long version,
        String givenName,
        String familyName,
        @Nullable LocalDate dateOfBirth,
        String email,
        String phone,
        String language,
        String zone,
        ClinicId homeClinicId,
        boolean masked,
        boolean emailConfirmed) {

    private static final Role[] WHOLE = {
        Role.FRONT_DESK, Role.CLINIC_MANAGER, Role.PRACTITIONER, Role.REGION_MANAGER, Role.HEAD_OFFICE
    };

    static ClientView of(Client it, Client.Particulars known, Caller caller) {
        return it.isMadeOrIs(caller) || caller.mayIn(it.homeClinicId(), WHOLE) ? whole(it, known) : masked(it, known);
    }

    /** As {@link #inClinics}, and the clinics are looked up only where they matter. */
    public static ClientView seen(
            Client it, Client.Particulars known, Function<ClientId, Set<ClinicId>> visited, Caller caller) {
        ClientView view = of(it, known, caller);
        return view.masked() ? inClinics(it, known, visited.apply(it.id()), caller) : view;
    }

    /** Whole to the home clinic and to clinics that the client visits, masked to others. */
    public static ClientView inClinics(Client it, Client.Particulars known, Set<ClinicId> visited, Caller caller) {
        return visited.stream().anyMatch(clinic -> caller.mayIn(clinic, WHOLE))
                ? whole(it, known)
                : of(it, known, caller);
    }

    private static ClientView whole(Client client, Client.Particulars it) {
        return new ClientView(
                client.id(),
                client.version(),
                it.givenName(),
                it.familyName(),
                it.dateOfBirth(),
                it.email(),
                it.phone(),
                it.language(),
                it.zone(),
                client.homeClinicId(),
                false,
                client.email().confirmed());
    }

    private static ClientView masked(Client client, Client.Particulars it) {
        return new ClientView(
                client.id(),
                client.version(),
                first(it.givenName()),
                first(it.familyName()),
                null,
                first(it.email()) + it.email().substring(it.email().indexOf('@')),
                "…" + it.phone().substring(it.phone().length() - 2),
                it.language(),
                it.zone(),
                client.homeClinicId(),
                true,
                false);
    }

    private static String first(String text) {
        return text.isEmpty() ? "" : text.substring(0, text.offsetByCodePoints(0, 1)) + "…";
    }
}
