namespace Integral.Platform.Security;

/// <summary>The roles every installation starts with (design §3). Which permissions each has, the modules' permissions say.</summary>
public static class DeliveredRoles
{
    public const string Guest = "guest", Learner = "learner", Parent = "parent", Teacher = "teacher", ClassTeacher = "class_teacher",
        DeputyHead = "deputy_head", Head = "head", Registrar = "registrar", Librarian = "librarian", Expert = "expert",
        Methodologist = "methodologist", CentreStaff = "centre_staff", PartnerOrg = "partner_org", CustomerOrg = "customer_org",
        Coordinator = "coordinator", DistrictOffice = "district_office", Department = "department",
        TenantAdmin = "tenant_admin", PlatformAdmin = "platform_admin", Support = "support";

    /// <summary>Name and English source of the translated title, in the order in which lists show them.</summary>
    public static IReadOnlyList<(string Name, string Title)> All { get; } =
    [
        (PlatformAdmin, "Platform administrator"), (TenantAdmin, "Institution administrator"), (Head, "Head"), (DeputyHead, "Deputy head"),
        (Registrar, "Registrar"), (ClassTeacher, "Class teacher"), (Teacher, "Teacher"), (Librarian, "Librarian"), (Learner, "Learner"),
        (Parent, "Parent"), (Methodologist, "Methodologist"), (DistrictOffice, "District office"), (Department, "Education department"),
        (Coordinator, "Coordinator"), (CentreStaff, "Centre employee"), (Expert, "Expert"), (PartnerOrg, "Partner organisation"),
        (CustomerOrg, "Customer organisation"), (Support, "Support"), (Guest, "Guest"),
    ];
}
