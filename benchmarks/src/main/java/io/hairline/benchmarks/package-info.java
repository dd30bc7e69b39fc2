/**
 * Measures the system as real processes on one machine: open loop, from the intended moment, beside the bare driver in the
 * same run. A figure has the id under which its goal is known.
 */
@NullMarked
package io.hairline.benchmarks;

import org.jspecify.annotations.NullMarked;
