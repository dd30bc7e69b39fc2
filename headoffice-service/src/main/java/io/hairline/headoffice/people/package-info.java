/**
 * Who works for the brand, what they log in with and what they may do where; no names and no addresses.
 * Emits PersonEnrolled, RoleAssigned and RoleWithdrawn, which every service keeps a copy of.
 */
@NullMarked
package io.hairline.headoffice.people;

import org.jspecify.annotations.NullMarked;
