package io.hairline.booking.client.transfer;

import io.hairline.booking.client.ClientRegistration;
import io.hairline.booking.client.ClientRegistration.Newcomer;
import io.hairline.booking.table.TableKind;
import io.hairline.booking.table.TableWriter;
import java.util.List;
import org.springframework.stereotype.Component;

/** Registers the clients of a table. */
@Component
class ClientTableWriter implements TableWriter<Newcomer> {

    private final ClientRegistration registration;

    ClientTableWriter(ClientRegistration registration) {
        this.registration = registration;
    }

    @Override
    public TableKind kind() {
        return TableKind.CLIENTS;
    }

    @Override
    public Class<Newcomer> lineType() {
        return Newcomer.class;
    }

    @Override
    public void write(List<Newcomer> lines, String by) {
        var _ = registration.registerAll(lines, by);
    }
}
