package io.hairline.treatment.consent;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.ConsentId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.treatment.chartchain.ChartChain;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.encryption.Signature;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;

/** Takes signatures and withdrawals, and says what is in force. */
@Service
public class Consents implements Indexes {

    private final MongoTemplate mongo;
    private final MergedIds mergedClients;
    private final EventLog eventLog;
    private final ChartEncryption seals;
    private final ChartChain chain;
    private final ConsentTemplates templates;
    private final SignedTexts texts;
    private final Clock clock;

    Consents(
            MongoTemplate mongo,
            EventLog eventLog,
            ChartEncryption seals,
            ChartChain chain,
            ConsentTemplates templates,
            SignedTexts texts,
            Clock clock,
            MergedIds mergedClients) {
        this.mongo = mongo;
        this.mergedClients = mergedClients;
        this.eventLog = eventLog;
        this.seals = seals;
        this.chain = chain;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
    }

    /** The words that were signed, as they were. */
    ConsentTemplate wordsOf(Consent it) {
        return Optional.ofNullable(it.templateHash())
                .flatMap(texts::find)
                .orElseGet(() -> templates.require(it.templateId()));
    }

    Consent sign(Consent.Paper paper, Signature signature) {
        ConsentId id = new ConsentId(Ids.next(ConsentId.PREFIX));
        var _ = texts.keep(templates.require(paper.templateId()));
        return eventLog.record(
                Consent.class,
                () -> chain.signed(
                        Consent.sign(
                                id, paper, seals.seal(signature, paper.clientId(), id, "signature"), clock.instant()),
                        paper.clientId()));
    }

    /** Ends the purpose: with this one, the client's others for it are withdrawn as well. */
    Consent withdraw(ConsentId id, Consumer<Consent> precondition) {
        return eventLog.record(Consent.class, () -> {
            Consent consent = require(id);
            precondition.accept(consent);
            Instant now = clock.instant();
            Change<Consent> withdrawn = withdrawn(consent, now);
            return withdrawn.with(of(consent.clientId()).stream()
                    .filter(it -> it.purpose() == consent.purpose() && it.withdrawnAt() == null)
                    .filter(it -> !it.id().equals(id))
                    .map(it -> withdrawn(it, now))
                    .toList());
        });
    }

    private Change<Consent> withdrawn(Consent it, Instant now) {
        return chain.signed(it.withdraw(now), it.clientId());
    }

    Consent require(ConsentId id) {
        return Optional.ofNullable(mongo.findById(id, Consent.class)).orElseThrow(Refusal::notFound);
    }

    Signature signatureOf(Consent it) {
        return seals.open(it.signature(), it.clientId(), it.id(), "signature", Signature.class);
    }

    /** Latest first. */
    public List<Consent> of(ClientId client) {
        return mongo.find(
                Query.query(mergedClients.in("clientId", client))
                        .with(Sort.by("_id").descending()),
                Consent.class);
    }

    /** Those for a purpose that were signed since one was last withdrawn, latest first: who takes back one, takes back all. */
    public List<Consent> inForce(ClientId client, ConsentPurpose purpose) {
        List<Consent> all =
                of(client).stream().filter(it -> it.purpose() == purpose).toList();
        Instant withdrawn = all.stream()
                .flatMap(it -> Stream.ofNullable(it.withdrawnAt()))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return all.stream()
                .filter(it -> it.withdrawnAt() == null && it.signedAt().isAfter(withdrawn))
                .toList();
    }

    /** Whether one of these was signed under words in use, in any language; others are asked for again. */
    public boolean isAnyUpToDate(List<Consent> signed) {
        Set<String> inUse = templates.inUse();
        return signed.stream().anyMatch(it -> inUse.contains(it.templateId()));
    }

    @Override
    public void ensure(MongoDatabase database) {
        database.getCollection("consents").createIndex(ascending("clientId", "_id"));
    }
}
