/** What the OpenAPI document of a service says beyond its controllers. */
@NullMarked
package io.hairline.kit.web.openapi;

import org.jspecify.annotations.NullMarked;
