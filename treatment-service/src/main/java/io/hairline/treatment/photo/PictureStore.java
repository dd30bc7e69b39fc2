package io.hairline.treatment.photo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import io.hairline.contracts.ClientId;
import io.hairline.contracts.PhotoId;
import io.hairline.treatment.encryption.StreamEncryption;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.stereotype.Repository;

/**
 * Pictures in pieces of 256 KB, each a document: written and read one by one, so that one call to the database stays short
 * and one piece is in memory. They are found by their ids alone: the photo's, and the piece's number.
 */
@Repository
class PictureStore {

    static final String COLLECTION = "photo_pieces";
    private static final int PIECE_BYTES = 256 * 1024;
    private static final String DATA = "data";

    private final MongoTemplate mongo;
    private final StreamEncryption encryption;

    PictureStore(MongoTemplate mongo, StreamEncryption encryption) {
        this.mongo = mongo;
        this.encryption = encryption;
    }

    /** Writes a picture's bytes. */
    @FunctionalInterface
    interface Writing {
        void to(OutputStream out) throws IOException;
    }

    /** Seals and stores what is written; answers in how many pieces. */
    int write(PhotoId id, ClientId client, Writing picture) throws IOException {
        Pieces pieces = new Pieces(id);
        try (OutputStream sealing = encryption.sealing(pieces, client, id)) {
            picture.to(sealing);
        }
        return pieces.written();
    }

    InputStream read(PhotoId id, ClientId client, int pieces) throws IOException {
        return encryption.opening(new Joined(id, pieces), client, id);
    }

    void discard(PhotoId id) {
        pieces().deleteMany(Filters.and(Filters.gte("_id", id + "/"), Filters.lt("_id", id + "0")));
    }

    private MongoCollection<Document> pieces() {
        return mongo.getCollection(COLLECTION);
    }

    private static String pieceId(PhotoId id, int number) {
        return id + "/" + "%05d".formatted(number);
    }

    /** Cuts what comes into pieces. */
    private final class Pieces extends OutputStream {

        private final PhotoId id;
        private final byte[] piece = new byte[PIECE_BYTES];
        private int filled;
        private int written;

        private Pieces(PhotoId id) {
            this.id = id;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            int from = offset;
            int left = length;
            while (left > 0) {
                int count = Math.min(left, PIECE_BYTES - filled);
                System.arraycopy(bytes, from, piece, filled, count);
                filled += count;
                from += count;
                left -= count;
                if (filled == PIECE_BYTES) {
                    store();
                }
            }
        }

        private void store() {
            pieces().insertOne(new Document("_id", pieceId(id, written))
                    .append(DATA, new Binary(Arrays.copyOf(piece, filled))));
            written++;
            filled = 0;
        }

        @Override
        public void close() {
            if (filled > 0) {
                store();
            }
        }

        int written() {
            return written;
        }
    }

    /** Reads the pieces one after the other. */
    private final class Joined extends InputStream {

        private final PhotoId id;
        private final int pieces;
        private byte[] piece = {};
        private int position;
        private int next;

        private Joined(PhotoId id, int pieces) {
            this.id = id;
            this.pieces = pieces;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (position == piece.length && !load()) {
                return -1;
            }
            int count = Math.min(length, piece.length - position);
            System.arraycopy(piece, position, target, offset, count);
            position += count;
            return count;
        }

        private boolean load() {
            if (next == pieces) {
                return false;
            }
            Document found = pieces().find(Filters.eq("_id", pieceId(id, next))).first();
            if (found == null) {
                throw new UncheckedIOException(new IOException("a piece of " + id + " is missing"));
            }
            piece = found.get(DATA, Binary.class).getData();
            position = 0;
            next++;
            return true;
        }
    }
}
