/** The audit for who has to show that changes are under control: the population, its findings, samples, controls, versions. */
@NullMarked
package dev.holdfast.portal.web.audit;

import org.jspecify.annotations.NullMarked;
