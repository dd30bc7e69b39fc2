package io.hairline.booking.enquiry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.hairline.booking.client.Client;
import io.hairline.booking.client.ClientFollowUp;
import io.hairline.booking.client.ClientKeySearch;
import io.hairline.booking.referencedata.Clinic;
import io.hairline.booking.referencedata.ReferenceData;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ClinicId;
import io.hairline.contracts.EnquiryId;
import io.hairline.kit.FieldEncryption;
import io.hairline.kit.Ids;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Receives enquiries, and turns those of people who register into conversions. */
@Service
class EnquiryHandling implements ClientFollowUp {

    private final EventLog eventLog;
    private final Enquiries enquiries;
    private final ClientKeySearch clients;
    private final ReferenceData referenceData;
    private final FieldEncryption encryption;
    private final JsonMapper json;
    private final Clock clock;

    EnquiryHandling(
            EventLog eventLog,
            Enquiries enquiries,
            ClientKeySearch clients,
            ReferenceData referenceData,
            FieldEncryption encryption,
            JsonMapper json,
            Clock clock) {
        this.eventLog = eventLog;
        this.enquiries = enquiries;
        this.clients = clients;
        this.referenceData = referenceData;
        this.encryption = encryption;
        this.json = json;
        this.clock = clock;
    }

    Enquiry receive(Enquiry.Words words, @Nullable ClinicId clinic) {
        String country = clinic == null ? "" : countryOf(clinic);
        String token = clients.contactToken(words.contact(), country)
                .orElseThrow(() ->
                        Refusal.input("contact", "must be an e-mail address, or a phone number with its country"));
        EnquiryId id = new EnquiryId(Ids.next(EnquiryId.PREFIX));
        Binary sealed = seal(words, id);
        return eventLog.record(Enquiry.class, () -> Enquiry.receive(id, sealed, token, clinic, clock.instant()));
    }

    private Binary seal(Enquiry.Words words, EnquiryId id) {
        return new Binary(encryption.seal(json.writeValueAsString(words).getBytes(UTF_8), id.value()));
    }

    private String countryOf(ClinicId id) {
        return referenceData
                .clinic(id)
                .map(Clinic::country)
                .orElseThrow(() -> Refusal.input("clinicId", "is not a clinic of the brand"));
    }

    Enquiry close(EnquiryId id, String reasonCode, Consumer<Enquiry> check) {
        return eventLog.record(Enquiry.class, () -> {
            Enquiry enquiry = enquiries.require(id);
            check.accept(enquiry);
            return enquiry.close(reasonCode);
        });
    }

    Enquiry.Words open(Enquiry it) {
        byte[] opened = encryption.open(it.words().getData(), it.id().value());
        return json.readValue(opened, Enquiry.Words.class);
    }

    @Override
    public Erased onErasure(Client client) {
        List<Enquiry> theirs = enquiries.sentBy(client.id(), client.contactTokens());
        theirs.forEach(it -> enquiries.blank(it, seal(new Enquiry.Words("", "", ""), it.id())));
        return Erased.of("ENQUIRIES", theirs.size());
    }

    /** An enquiry becomes the first client of its contact. */
    @Override
    public List<Change<?>> afterRegistration(List<Client> registered) {
        Map<String, ClientId> clientOf = new HashMap<>();
        registered.forEach(it -> it.contactTokens().forEach(token -> clientOf.putIfAbsent(token, it.id())));
        return enquiries.withContact(clientOf.keySet()).stream()
                .<Change<?>>map(it -> it.convert(Objects.requireNonNull(clientOf.get(it.contactToken()))))
                .toList();
    }
}
