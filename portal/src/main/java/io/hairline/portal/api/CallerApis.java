package io.hairline.portal.api;

/** The services' APIs, called with one caller's token; it may be used on any thread. */
public record CallerApis(Api headOffice, Api booking, Api treatment, Api notification) {}
