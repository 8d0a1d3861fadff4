using Integral.Content.FileTexts;
using Integral.Content.Searching;
using Integral.Platform.Files;
using Integral.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Integral.Content.Media;

internal static class MediaServices
{
    public static void AddMedia(this IServiceCollection services)
    {
        services.AddScoped<INameFiles, MediaNames>();
        services.AddScoped<IWakes, MediaBin>();
        services.AddScoped<IWakes, FileReading>();
        services.AddSingleton<ReadingPlace>();
        services.AddScoped<ReadingProcess>();
        services.AddScoped<ReadingAlarm>();
        services.AddScoped<ItemsOfFiles>();
        services.AddScoped<FoundInFiles>();
        services.AddSingleton<MediaLimits>();
        services.AddSingleton<MediaIntake>();
        services.AddScoped<MediaRights>();
        services.AddScoped<MediaFolders>();
        services.AddScoped<MediaUses>();
        services.AddScoped<MediaReading>();
        services.AddScoped<MediaDesk>();
        services.AddScoped<MediaShelf>();
        services.AddScoped<MediaList>();
        services.AddScoped<Pictures>();
    }
}
