/** DevLake's incoming webhook, as its clients call it. */
@NullMarked
package dev.holdfast.integrations.devlake;

import org.jspecify.annotations.NullMarked;
