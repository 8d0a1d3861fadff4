using Integral.Applications.Data;

namespace Integral.Applications.Contracts;

/// <summary>Who has applied, for the modules that offer what one can apply for.</summary>
public static class Applied
{
    /// <summary>Of each application for something of a kind what it is for: to be joined or counted within a query of the module's own.</summary>
    public static IQueryable<Guid> For(Db db, string kind) => db.Applications.Where(a => a.ForKind == kind).Select(a => a.ForId);

    /// <summary>When the applications for some of them were sent.</summary>
    public static IQueryable<DateTime> SentAt(Db db, string kind, Guid[] ids) => db.Applications.Where(a => a.ForKind == kind && EF.Parameter(ids).Contains(a.ForId)).Select(a => a.SentAt);
}
