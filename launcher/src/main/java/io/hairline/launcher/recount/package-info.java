/**
 * The dashboard's numbers counted anew, in the plainest way, from what the services themselves have told: the comparison of
 * {@code ./hairline reconcile} and of the acceptance suite.
 */
@NullMarked
package io.hairline.launcher.recount;

import org.jspecify.annotations.NullMarked;
