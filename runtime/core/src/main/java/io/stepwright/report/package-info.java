/**
 * Reports of runs that have ended: their figures, costs and waterfalls, and their delivery to
 * listeners.
 */
@NullMarked
package io.stepwright.report;

import org.jspecify.annotations.NullMarked;
