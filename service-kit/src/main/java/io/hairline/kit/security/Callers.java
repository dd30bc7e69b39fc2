package io.hairline.kit.security;

import io.hairline.contracts.ClientId;
import io.hairline.kit.merge.MergedIds;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the running request. */
public final class Callers {

    private static final String CLIENT = ClientId.PREFIX + "_";

    private final RoleAssignments roleAssignments;
    private final MergedIds mergedClients;

    public Callers(RoleAssignments roleAssignments, MergedIds mergedClients) {
        this.roleAssignments = roleAssignments;
        this.mergedClients = mergedClients;
    }

    /**
     * Needs a token: an operation that is open to all doesn't ask. A client whose record was merged is the surviving one,
     * whatever the token says.
     *
     * @throws IllegalStateException without a token
     */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new IllegalStateException("An operation that asks for the caller must need a token");
        }
        String subject = person(authentication.getName());
        return new Caller(subject, roleAssignments.assignmentsOf(subject), roleAssignments::regionOf);
    }

    private String person(String subject) {
        return subject.startsWith(CLIENT)
                ? mergedClients.survivor(new ClientId(subject)).value()
                : subject;
    }
}
