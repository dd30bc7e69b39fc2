package io.hairline.kit.security;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Reads that need no token, named by a service.
 *
 * @param getPaths ant patterns of GET requests
 */
public record PublicEndpoints(List<String> getPaths) {

    public PublicEndpoints {
        getPaths = List.copyOf(getPaths);
    }

    /** Whether a GET of this path, or of one that its template stands for, is open. */
    public boolean allows(String path) {
        return getPaths.stream()
                .anyMatch(it -> PathPatternParser.defaultInstance.parse(it).matches(PathContainer.parsePath(path)));
    }
}
