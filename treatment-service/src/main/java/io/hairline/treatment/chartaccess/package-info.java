/**
 * Who may read whose chart and why, who may write in it, and the log of who has read it.
 * A booking that a clinic made for a client lets it treat, and see what it wrote itself; the rest of the chart is opened by
 * the client, or in an emergency. Emits nothing; the log is only ever added to.
 */
@NullMarked
package io.hairline.treatment.chartaccess;

import org.jspecify.annotations.NullMarked;
