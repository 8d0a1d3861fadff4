namespace Integral.People.Photos;

/// <summary>Where a page finds somebody's photo: another one has another address.</summary>
internal static class PhotoAddress
{
    /// <returns>Null where there is none.</returns>
    public static string? Of(Guid person, string? photo) => photo is null ? null : $"~/Admin/People/Show/{person}?handler=Photo&v={photo}";
}
