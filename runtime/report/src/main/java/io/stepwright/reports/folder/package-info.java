/** Keeps the reports of the last runs in a folder. */
@NullMarked
package io.stepwright.reports.folder;

import org.jspecify.annotations.NullMarked;
