package io.hairline.contracts.headoffice;

/** What somebody is in the brand. What each may do stands in the services, next to the operation. */
public enum Role {
    /** The whole brand: prices, policies, operational data of every clinic, never a chart. */
    HEAD_OFFICE,
    /** One region's numbers and operational data. */
    REGION_MANAGER,
    /** One clinic, with its people and overrides. */
    CLINIC_MANAGER,
    /** One clinic's front desk. */
    FRONT_DESK,
    /** Treats clients in one clinic: their own appointments, and the charts of those clients. */
    PRACTITIONER
}
