/**
 * Who is calling and what they may do, from the service's own copy of people and roles.
 * Hears RoleAssigned, RoleWithdrawn and ClinicOpened.
 */
@NullMarked
package io.hairline.kit.security;

import org.jspecify.annotations.NullMarked;
