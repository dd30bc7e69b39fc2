package io.hairline.kit.security;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The caller of the running request. */
public final class Callers {

    private final RoleAssignments roleAssignments;

    public Callers(RoleAssignments roleAssignments) {
        this.roleAssignments = roleAssignments;
    }

    /** Needs a token: an operation that is open to all doesn't ask. */
    public Caller current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !authentication.isAuthenticated()) {
            throw new IllegalStateException("An operation that asks for the caller must need a token");
        }
        String subject = authentication.getName();
        return new Caller(subject, roleAssignments.assignmentsOf(subject), roleAssignments::regionOf);
    }
}
