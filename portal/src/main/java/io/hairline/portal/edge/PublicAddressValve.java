package io.hairline.portal.edge;

import io.hairline.portal.PublicAddress;
import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Lets every request be one to the public address, whatever its {@code Host} says: so a redirect that is built from the
 * request never leads anywhere else.
 */
final class PublicAddressValve extends ValveBase {

    private final PublicAddress address;

    PublicAddressValve(PublicAddress address) {
        super(true);
        this.address = address;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.getCoyoteRequest().scheme().setString(address.scheme());
        request.getCoyoteRequest().serverName().setString(address.issuer().getHost());
        request.setServerPort(address.port());
        request.setSecure(address.isSecure());
        getNext().invoke(request, response);
    }
}
