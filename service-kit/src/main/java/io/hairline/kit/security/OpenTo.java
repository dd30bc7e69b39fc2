package io.hairline.kit.security;

import java.util.List;

/**
 * Reads that need no token, named by a service.
 *
 * @param getPaths ant patterns of GET requests
 */
public record OpenTo(List<String> getPaths) {

    public OpenTo {
        getPaths = List.copyOf(getPaths);
    }
}
