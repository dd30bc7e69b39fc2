package io.hairline.treatment.photo;

import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.kit.Ids;
import io.hairline.kit.Indexes;
import io.hairline.kit.Refusal;
import io.hairline.kit.RequestContext;
import io.hairline.kit.events.Change;
import io.hairline.kit.events.EventLog;
import io.hairline.kit.merge.MergedIds;
import io.hairline.kit.work.DueWork;
import io.hairline.treatment.encryption.ChartEncryption;
import io.hairline.treatment.photo.image.Picture;
import io.hairline.treatment.photo.image.PictureCopy;
import io.hairline.treatment.photo.image.UnreadablePicture;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;

/** Takes photos in and gives them out. */
@Service
public class Photos implements Indexes {

    private static final String CLIENT = "clientId";
    private static final String FINGERPRINT = "fingerprint";
    private static final String WITHDRAWAL = "withdrawal";

    private final MongoTemplate mongo;
    private final EventLog eventLog;
    private final PictureStore pictures;
    private final ChartEncryption encryption;
    private final DueWork dueWork;
    private final Clock clock;
    private final MergedIds mergedClients;
    private final ObjectProvider<PhotoFollowUp> followUps;

    Photos(
            MongoTemplate mongo,
            EventLog eventLog,
            PictureStore pictures,
            ChartEncryption encryption,
            DueWork dueWork,
            Clock clock,
            MergedIds mergedClients,
            ObjectProvider<PhotoFollowUp> followUps) {
        this.mongo = mongo;
        this.eventLog = eventLog;
        this.pictures = pictures;
        this.encryption = encryption;
        this.dueWork = dueWork;
        this.clock = clock;
        this.mergedClients = mergedClients;
        this.followUps = followUps;
    }

    /** Stores a photo, once: the same picture for the same place is the photo that is there. */
    Photo take(Photo.Subject subject, InputStream file) {
        PhotoId id = new PhotoId(Ids.next(PhotoId.PREFIX));
        dueWork.at(clock.instant().plus(AbandonedPictures.AFTER), AbandonedPictures.KIND, id.value());
        boolean kept = false;
        try {
            Photo.Stored stored = store(id, subject.clientId(), file);
            Photo photo = recorded(id, subject, stored);
            kept = photo.id().equals(id);
            return photo;
        } catch (UnreadablePicture e) {
            throw Refusal.input("file", e.words());
        } catch (IOException _) {
            throw Refusal.input("file", "ends too early; send the whole file again");
        } finally {
            if (!kept) {
                pictures.discard(id);
            }
        }
    }

    private Photo.Stored store(PhotoId id, ClientId client, InputStream file) throws IOException {
        MessageDigest hash = sha256();
        AtomicReference<Picture> picture = new AtomicReference<>();
        AtomicLong bytes = new AtomicLong();
        int pieces = pictures.write(id, client, out -> {
            DigestOutputStream counted = new DigestOutputStream(out, hash) {
                @Override
                public void write(byte[] data, int offset, int length) throws IOException {
                    super.write(data, offset, length);
                    bytes.addAndGet(length);
                }
            };
            picture.set(PictureCopy.copy(file, counted));
        });
        return new Photo.Stored(
                java.util.Objects.requireNonNull(picture.get()),
                bytes.get(),
                pieces,
                encryption.fingerprint(HexFormat.of().formatHex(hash.digest()), client, "photo"));
    }

    private Photo recorded(PhotoId id, Photo.Subject subject, Photo.Stored stored) {
        Optional<Photo> same = findSame(subject, stored.fingerprint());
        if (same.isPresent()) {
            return same.get();
        }
        String by = RequestContext.current().actor();
        try {
            return eventLog.record(Photo.class, () -> Photo.take(id, subject, stored, by, clock.instant()));
        } catch (DuplicateKeyException e) {
            return findSame(subject, stored.fingerprint()).orElseThrow(() -> e);
        }
    }

    private Optional<Photo> findSame(Photo.Subject it, String fingerprint) {
        return Optional.ofNullable(mongo.findOne(
                Query.query(Criteria.where(CLIENT)
                        .is(it.clientId())
                        .and(FINGERPRINT)
                        .is(fingerprint)
                        .and("angle")
                        .is(it.angle())
                        .and("stage")
                        .is(it.stage())
                        .and("sessionId")
                        .is(it.sessionId())),
                Photo.class));
    }

    /** Takes a photo out of its chart and deletes its picture; should the process end in between, a day later. */
    Photo withdraw(PhotoId id, Photo.WithdrawalReason reason, Consumer<Photo> precondition) {
        String by = RequestContext.current().actor();
        Photo withdrawn = eventLog.record(Photo.class, () -> {
            Photo photo = require(id);
            precondition.accept(photo);
            dueWork.at(clock.instant().plus(AbandonedPictures.AFTER), AbandonedPictures.KIND, id.value());
            List<Change<?>> further = followUps.stream()
                    .flatMap(it -> it.afterWithdrawal(photo.clientId(), id).stream())
                    .toList();
            return photo.withdraw(reason, by, clock.instant()).with(further);
        });
        pictures.discard(id);
        return withdrawn;
    }

    /** Whether this photo is in the chart. */
    public boolean isShown(PhotoId id) {
        return mongo.exists(Query.query(shown(Criteria.where("_id").is(id))), Photo.class);
    }

    /** Also one that is withdrawn. */
    Photo require(PhotoId id) {
        return Optional.ofNullable(mongo.findById(id, Photo.class)).orElseThrow(Refusal::notFound);
    }

    /** SHA-256 of the picture as it is given out; nothing if the photo isn't in the client's chart. */
    public Optional<String> digestOf(ClientId client, PhotoId id) {
        return among(client, List.of(id)).stream().findFirst().flatMap(this::digestOf);
    }

    private Optional<String> digestOf(Photo it) {
        MessageDigest hash = sha256();
        try (InputStream picture = open(it);
                OutputStream hashing = new DigestOutputStream(OutputStream.nullOutputStream(), hash)) {
            picture.transferTo(hashing);
            return Optional.of(HexFormat.of().formatHex(hash.digest()));
        } catch (IOException | UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private static Criteria shown(Criteria which) {
        return which.and(WITHDRAWAL).is(null);
    }

    InputStream open(Photo it) throws IOException {
        return pictures.read(it.id(), it.clientId(), it.pieces());
    }

    /** Those of the chart, latest first. */
    public List<Photo> of(ClientId client) {
        return mongo.find(
                Query.query(shown(mergedClients.in(CLIENT, client)))
                        .with(Sort.by("_id").descending()),
                Photo.class);
    }

    /** Those of these photos that are in the client's chart. */
    List<Photo> among(ClientId client, Collection<PhotoId> ids) {
        return mongo.find(
                Query.query(shown(mergedClients.in(CLIENT, client).and("_id").in(ids))), Photo.class);
    }

    /**
     * Those of these photos that are in the chart, show healed skin and were taken after that moment. For a command: it writes to
     * them, so that of two that decide by the same photo at once one is tried again.
     */
    public List<PhotoId> healedAmong(ClientId client, Collection<PhotoId> ids, Instant after) {
        Criteria healed = mergedClients
                .in(CLIENT, client)
                .and("_id")
                .in(ids)
                .and("stage")
                .is(PhotoStage.HEALED)
                .and("takenAt")
                .gt(after);
        Query named = Query.query(shown(healed));
        mongo.updateMulti(named, new Update().inc("decisions", 1), Photo.class);
        return mongo.find(named, Photo.class).stream().map(Photo::id).toList();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    @Override
    public void ensure(MongoDatabase database) {
        var photos = database.getCollection("photos");
        photos.createIndex(ascending(CLIENT, "_id"));
        photos.createIndex(
                ascending(CLIENT, FINGERPRINT, "angle", "stage", "sessionId"), new IndexOptions().unique(true));
    }
}
