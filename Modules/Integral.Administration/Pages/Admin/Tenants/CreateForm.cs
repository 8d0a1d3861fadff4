namespace Integral.Administration.Pages.Admin.Tenants;

internal sealed record CreateForm
{
    [Display(Name = "Name"), Required, StringLength(300)] public string Name { get; set; } = "";
    [Display(Name = "Address", Description = "Small Latin letters, digits and hyphens. Left empty, it is made from the name."), StringLength(60)] public string? Path { get; set; }
    [Display(Name = "What it is to be"), Required, StringLength(60)] public string Recipe { get; set; } = "";
    [Display(Name = "Stands below")] public Guid ParentId { get; set; }
    [Display(Name = "Language"), Required, StringLength(10)] public string Culture { get; set; } = "ru";
    [Display(Name = "Time zone"), Required, StringLength(60)] public string TimeZone { get; set; } = "UTC";
    [Display(Name = "Database server", Description = "Where its data lie. It stays there."), StringLength(60)] public string? Server { get; set; }
    [Display(Name = "E-mail of its administrator", Description = "They get a first password, shown to you once. Leave it empty to name somebody later."), EmailAddress, StringLength(256)] public string? AdminEmail { get; set; }
}
