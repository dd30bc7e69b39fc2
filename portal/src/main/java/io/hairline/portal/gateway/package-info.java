/**
 * The gateway: which path belongs to which service, and how a call travels there and back. Time-outs, pools and body
 * sizes are bounded; streams are passed on as they come; a service that is away is a 503 problem.
 */
@NullMarked
package io.hairline.portal.gateway;

import org.jspecify.annotations.NullMarked;
